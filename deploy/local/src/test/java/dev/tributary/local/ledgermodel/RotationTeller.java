package dev.tributary.local.ledgermodel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.attribution.v1.CodeRotation;
import dev.tributary.attribution.v1.HoldEvidence;
import dev.tributary.attribution.v1.HoldOutcome;
import dev.tributary.attribution.v1.HoldRule;
import dev.tributary.attribution.v1.Owner;
import dev.tributary.attribution.v1.PromoCode;
import dev.tributary.attribution.v1.PromoCodeServiceGrpc;
import dev.tributary.attribution.v1.RotatePromoCodesRequest;
import dev.tributary.attribution.v1.RotatePromoCodesResponse;
import dev.tributary.attribution.v1.RotatedUses;
import dev.tributary.attribution.v1.RotationEffect;
import dev.tributary.type.v1.Money;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Tells the services and the model the same of codes that take the place of others. */
final class RotationTeller {
  private final Talk talk;

  RotationTeller(Talk talk) {
    this.talk = talk;
  }

  /** Replaces one code, which can be replaced. */
  void rotate(RotatePromoCodesRequest request) {
    talk.say("rotates", request);
    CodeRotation rotation = request.getRotations(0);
    Set<OrderKey> uses = usesOf(rotation.getOldCodeId(), Moments.of(request.getUsesSince()));
    List<RotationEffect> effects =
        request.hasUsesSince() ? effects(uses, rotation.getOldCodeId()) : List.of();
    Fact.HoldsPlaced doubt = doubt(request, uses);
    boolean isKept = request.getUses() == RotatedUses.ROTATED_USES_KEEP;
    HoldOutcome outcome =
        isKept
            ? HoldOutcome.getDefaultInstance()
            : HoldOutcomes.of(talk.history(), uses, doubt, false);
    RotatePromoCodesResponse tried =
        codes().rotatePromoCodes(request.toBuilder().setValidateOnly(true).build());
    assertThat(List.of(tried.getEffectsList(), tried.getOutcome()))
        .as("would be")
        .isEqualTo(List.of(effects, outcome));
    RotatePromoCodesResponse done = codes().rotatePromoCodes(request);
    assertThat(List.of(done.getEffectsList(), done.getOutcome()))
        .as("effects and outcome")
        .isEqualTo(List.of(effects, outcome));
    replace(request, rotation);
    if (!isKept) {
      talk.history().add(doubt);
    }
    assertThat(codes().rotatePromoCodes(request).getOutcome()).as("again").isEqualTo(outcome);
  }

  private void replace(RotatePromoCodesRequest request, CodeRotation rotation) {
    Instant now = talk.now();
    Instant start = request.hasEffectiveTime() ? Moments.of(request.getEffectiveTime()) : now;
    Instant last = start.plusSeconds(request.getGrace().getSeconds());
    Fact.Coded old = talk.history().code(rotation.getOldCodeId());
    PromoCode code = old.code();
    boolean endsFirst = code.hasEndTime() && Moments.of(code.getEndTime()).isBefore(last);
    talk.history()
        .add(
            new Fact.Coded(
                code.toBuilder()
                    .setEndTime(endsFirst ? code.getEndTime() : Moments.of(last))
                    .setRotatedTo(rotation.getNewCodeId())
                    .build(),
                old.owners(),
                old.offSince(),
                now));
    talk.history()
        .add(
            new Fact.Coded(
                code.toBuilder()
                    .setCodeId(rotation.getNewCodeId())
                    .setCode(rotation.getNewCode())
                    .setStartTime(Moments.of(start))
                    .build(),
                List.of(
                    new Fact.Owned(old.owners().get(old.owners().size() - 1).owner(), Instant.MIN)),
                Optional.empty(),
                now));
  }

  private Fact.HoldsPlaced doubt(RotatePromoCodesRequest request, Set<OrderKey> uses) {
    return new Fact.HoldsPlaced(
        uses,
        new Finding(
            HoldRule.HOLD_RULE_CODE_ROTATION,
            HoldEvidence.newBuilder().setCodeId(request.getRotations(0).getOldCodeId()).build()),
        request.getUses() == RotatedUses.ROTATED_USES_REJECT,
        new Fact.Said(request.getActor(), request.getReason(), request.getRotationId()),
        talk.now());
  }

  /** Orders that a code is credited for since a time. */
  private Set<OrderKey> usesOf(String codeId, Instant since) {
    return Set.copyOf(
        talk.history()
            .orders(
                books ->
                    !books.order().getTest()
                        && !books.time().isBefore(since)
                        && books.decided.shares().stream()
                            .anyMatch(share -> share.codeId().equals(codeId))));
  }

  private List<RotationEffect> effects(Set<OrderKey> uses, String codeId) {
    Map<String, Long> counts = new TreeMap<>();
    Map<String, Map<String, Long>> nets = new TreeMap<>();
    for (OrderKey key : uses) {
      Books books = talk.history().books(key);
      Balance balance = books.balance();
      String currency = books.order().getCurrencyCode();
      for (int i = 0; i < balance.left.size(); i++) {
        Decided.Share share = books.decided.shares().get(i);
        if (share.codeId().equals(codeId)) {
          String creator = share.owner().map(Owner::getCreatorId).orElseThrow();
          counts.merge(creator, 1L, Long::sum);
          nets.computeIfAbsent(creator, absent -> new TreeMap<>())
              .merge(currency, balance.left.get(i), Long::sum);
        }
      }
    }
    return counts.keySet().stream()
        .map(creator -> effect(creator, counts.get(creator), nets.get(creator)))
        .toList();
  }

  /** What is worth nothing by itself has no currency and is only counted. */
  private static RotationEffect effect(String creator, long uses, Map<String, Long> nets) {
    RotationEffect.Builder effect = RotationEffect.newBuilder().setCreatorId(creator).setUses(uses);
    nets.forEach(
        (currency, minor) -> {
          if (!currency.isEmpty()) {
            effect.addNetCredit(Money.newBuilder().setCurrencyCode(currency).setMinorUnits(minor));
          }
        });
    return effect.build();
  }

  private PromoCodeServiceGrpc.PromoCodeServiceBlockingStub codes() {
    return PromoCodeServiceGrpc.newBlockingStub(talk.channel());
  }
}
