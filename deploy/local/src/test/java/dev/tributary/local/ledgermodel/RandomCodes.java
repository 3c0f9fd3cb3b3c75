package dev.tributary.local.ledgermodel;

import com.google.protobuf.Duration;
import dev.tributary.attribution.v1.CodeCreditPolicy;
import dev.tributary.attribution.v1.CodeRotation;
import dev.tributary.attribution.v1.Owner;
import dev.tributary.attribution.v1.PromoCode;
import dev.tributary.attribution.v1.RotatePromoCodesRequest;
import dev.tributary.attribution.v1.RotatedUses;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** What happens to codes, and codes and links that are made later. */
final class RandomCodes {
  private static final List<CodeCreditPolicy> POLICIES =
      List.of(
          CodeCreditPolicy.CODE_CREDIT_POLICY_CODE_WINS,
          CodeCreditPolicy.CODE_CREDIT_POLICY_LINK_WINS,
          CodeCreditPolicy.CODE_CREDIT_POLICY_CODE_IF_INVOLVED,
          CodeCreditPolicy.CODE_CREDIT_POLICY_CODE_IF_LAST,
          CodeCreditPolicy.CODE_CREDIT_POLICY_SPLIT);

  /** How much more often something happens to codes that have credit. */
  private static final int CREDITED_TIMES = 3;

  private static final List<RotatedUses> USES =
      List.of(
          RotatedUses.ROTATED_USES_KEEP,
          RotatedUses.ROTATED_USES_HOLD,
          RotatedUses.ROTATED_USES_REJECT);

  private final Chance chance;
  private final Tellers tellers;
  private int rotations;

  RandomCodes(Chance chance, Tellers tellers) {
    this.chance = chance;
    this.tellers = tellers;
  }

  void change() {
    Map<String, Fact.Coded> codes = new HashMap<>();
    tellers.talk().history().all(Fact.Coded.class).forEach(code -> codes.put(code.codeId(), code));
    boolean linked =
        tellers.talk().history().all(Fact.Linked.class).stream()
            .anyMatch(fact -> fact.link().getLinkId().equals("made-later"));
    if (!linked && chance.oneIn(2)) {
      tellers
          .facts()
          .has(
              RandomShop.link("made-later", "made-later")
                  .setOwner(RandomShop.owner("cem", "summer"))
                  .build());
    } else if (!codes.containsKey("main-LATER") && chance.oneIn(2)) {
      tellers
          .codes()
          .has(
              RandomShop.code(
                      RandomShop.MAIN, "LATER", "bo", CodeCreditPolicy.CODE_CREDIT_POLICY_CODE_WINS)
                  .build());
    } else {
      Fact.Coded code = codes.get(chance.of(codeIds(codes)));
      List<Fact.Coded> alike =
          Codes.withLetters(
              code.code().getStorefrontId(),
              code.code().getCode(),
              tellers.talk().history().facts());
      // Of codes with the same letters only the newest may become valid at another time.
      Fact.Coded newest = alike.get(alike.size() - 1);
      if (isOver(newest) && chance.oneIn(2)) {
        giveAgain(newest, alike.size());
      } else if (isReplaceable(newest) && chance.oneIn(3)) {
        rotate(newest);
      } else {
        change(newest);
      }
    }
  }

  /** Every code, and those that orders are credited by once more. */
  private List<String> codeIds(Map<String, Fact.Coded> codes) {
    List<String> ids = new ArrayList<>(new TreeSet<>(codes.keySet()));
    History history = tellers.talk().history();
    for (int i = 0; i < CREDITED_TIMES; i++) {
      history
          .orders()
          .forEach(
              order ->
                  history.books(order.key()).decided.shares().stream()
                      .map(Decided.Share::codeId)
                      .filter(codeId -> !codeId.isEmpty())
                      .forEach(ids::add));
    }
    return ids;
  }

  private boolean isOver(Fact.Coded code) {
    return ownerOf(code).isPresent()
        && Codes.lastInstant(code).filter(last -> !last.isAfter(now())).isPresent();
  }

  private boolean isReplaceable(Fact.Coded code) {
    return code.code().getRotatedTo().isEmpty()
        && code.offSince().isEmpty()
        && (!code.code().hasEndTime() || Moments.of(code.code().getEndTime()).isAfter(now()))
        && Moments.of(code.code().getStartTime()).isBefore(now());
  }

  /** To the same creator, for another campaign. */
  private void giveAgain(Fact.Coded code, int number) {
    tellers
        .codes()
        .has(
            code.code().toBuilder()
                .clearEndTime()
                .clearStartTime()
                .clearRotatedTo()
                .clearDisabled()
                .setCodeId(code.codeId() + "-" + number)
                .setOwner(RandomShop.owner(ownerOf(code).orElseThrow().getCreatorId(), "summer"))
                .build());
  }

  private void rotate(Fact.Coded code) {
    rotations++;
    RotatedUses uses = chance.of(USES);
    RotatePromoCodesRequest.Builder request =
        RotatePromoCodesRequest.newBuilder()
            .setRotationId("rotation-" + rotations)
            .setUses(uses)
            .addRotations(
                CodeRotation.newBuilder()
                    .setOldCodeId(code.codeId())
                    .setNewCodeId(code.codeId() + "-rotated-" + rotations)
                    .setNewCode(code.code().getCode() + "N" + rotations));
    if (uses != RotatedUses.ROTATED_USES_KEEP || chance.oneIn(2)) {
      request.setUsesSince(Moments.of(now().minusSeconds(86_400L * chance.below(12))));
    }
    if (uses != RotatedUses.ROTATED_USES_KEEP) {
      request.setActor("carla").setReason("leaked");
    }
    if (chance.oneIn(2)) {
      request.setGrace(Duration.newBuilder().setSeconds(3_600L * (1 + chance.below(72))));
    }
    tellers.rotations().rotate(request.build());
  }

  private static Optional<Owner> ownerOf(Fact.Coded code) {
    return code.owners().get(code.owners().size() - 1).owner();
  }

  private Instant now() {
    return tellers.talk().now();
  }

  private void change(Fact.Coded code) {
    PromoCode.Builder to = PromoCode.newBuilder().setCodeId(code.codeId());
    if (RandomShop.isLimited(code.code().getCode()) && chance.oneIn(2)) {
      to.setLimits(RandomShop.limits(chance.of(RandomShop.LIMITED)));
      if (chance.oneIn(6)) {
        to.clearLimits();
      }
      tellers.codes().changes(code, to.build(), "limits");
      return;
    }
    switch (chance.below(4)) {
      case 0 -> {
        Fact.Owned last = code.owners().get(code.owners().size() - 1);
        boolean toNobody = last.owner().isPresent() && chance.oneIn(3);
        if (!toNobody) {
          to.setOwner(
              RandomShop.owner(
                  last.owner().map(owner -> owner.getCreatorId()).orElse("").equals("anna")
                      ? "bo"
                      : "anna",
                  "summer"));
        }
        tellers.codes().changes(code, to.build(), "owner");
      }
      case 1 ->
          tellers
              .codes()
              .changes(code, to.setDisabled(code.offSince().isEmpty()).build(), "disabled");
      case 2 -> {
        to.setEndTime(Moments.of(tellers.talk().now().minusSeconds(86_400L * chance.below(5))));
        if (!code.code().hasStartTime()) {
          tellers.codes().changes(code, to.build(), "end_time");
        }
      }
      default -> {
        CodeCreditPolicy policy = chance.of(POLICIES);
        if (policy == CodeCreditPolicy.CODE_CREDIT_POLICY_SPLIT) {
          to.setSplitBasisPoints(1 + chance.below(9_999));
        }
        tellers.codes().changes(code, to.setCreditPolicy(policy).build(), "credit_policy");
      }
    }
  }
}
