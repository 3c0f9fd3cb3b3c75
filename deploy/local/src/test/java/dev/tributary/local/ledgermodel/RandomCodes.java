package dev.tributary.local.ledgermodel;

import dev.tributary.attribution.v1.CodeCreditPolicy;
import dev.tributary.attribution.v1.PromoCode;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What happens to codes, and codes and links that are made later. */
final class RandomCodes {
  private static final List<CodeCreditPolicy> POLICIES =
      List.of(
          CodeCreditPolicy.CODE_CREDIT_POLICY_CODE_WINS,
          CodeCreditPolicy.CODE_CREDIT_POLICY_LINK_WINS,
          CodeCreditPolicy.CODE_CREDIT_POLICY_CODE_IF_INVOLVED,
          CodeCreditPolicy.CODE_CREDIT_POLICY_CODE_IF_LAST,
          CodeCreditPolicy.CODE_CREDIT_POLICY_SPLIT);

  private final Chance chance;
  private final Tellers tellers;

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
      change(
          chance.of(
              codes.values().stream().sorted(Comparator.comparing(Fact.Coded::codeId)).toList()));
    }
  }

  private void change(Fact.Coded code) {
    PromoCode.Builder to = PromoCode.newBuilder().setCodeId(code.codeId());
    if (RandomShop.LIMITED.contains(code.code().getCode()) && chance.oneIn(2)) {
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
