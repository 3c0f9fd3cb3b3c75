package dev.tributary.attribution.credit;

import dev.tributary.runtime.money.Split;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How each credit of a ledger came to its amount: the division of the base, then of what each
 * refund took. The same steps as {@link Balance} takes, shown.
 *
 * @param weight of the credit
 * @param gross the division of the base; empty for a voided order
 * @param takings what refunds took, in received order
 * @param netMinor what is left
 */
public record Arithmetic(long weight, Optional<Step> gross, List<Taking> takings, long netMinor) {
  /** Keeps its own copy. */
  public Arithmetic {
    takings = List.copyOf(takings);
  }

  /**
   * One part of a division by largest remainder.
   *
   * @param totalMinor what was divided
   * @param weight of this part
   * @param totalWeight of all parts
   * @param part the quota, what it left, and the unit
   */
  public record Step(long totalMinor, long weight, BigInteger totalWeight, Split.Part part) {}

  /**
   * What one refund took.
   *
   * @param refundId the refund
   * @param step the division of what it took of the order; empty when it took nothing
   * @param leftMinor what the credit had left after it
   */
  public record Taking(String refundId, Optional<Step> step, long leftMinor) {}

  /** The arithmetic of each credit, in their order. */
  public static List<Arithmetic> of(CreditLedger ledger) {
    long[] weights = ledger.shares().stream().mapToLong(Share::weight).toArray();
    List<Optional<Step>> gross =
        ledger.voided() ? nothing(weights.length) : steps(ledger.baseMinor(), weights);
    long[] left = gross.stream().mapToLong(Arithmetic::amount).toArray();
    List<List<Taking>> takings = new ArrayList<>();
    Arrays.stream(weights).forEach(weight -> takings.add(new ArrayList<>()));
    for (Map.Entry<String, RefundOutcome> refund : ledger.balance().outcomes().entrySet()) {
      long applied = refund.getValue().appliedMinor();
      List<Optional<Step>> taken = applied == 0 ? nothing(left.length) : steps(applied, left);
      for (int i = 0; i < left.length; i++) {
        left[i] -= amount(taken.get(i));
        takings.get(i).add(new Taking(refund.getKey(), taken.get(i), left[i]));
      }
    }
    List<Arithmetic> all = new ArrayList<>();
    for (int i = 0; i < weights.length; i++) {
      all.add(new Arithmetic(weights[i], gross.get(i), takings.get(i), left[i]));
    }
    return all;
  }

  /** In one line, for people. */
  public String text(String currency) {
    List<String> parts = new ArrayList<>();
    parts.add(
        gross
            .map(step -> Words.money(currency, step.totalMinor()) + text(currency, step))
            .orElse("voided: nothing is earned"));
    for (Taking taking : takings) {
      String took =
          taking
              .step()
              .map(step -> Words.money(currency, step.totalMinor()) + text(currency, step))
              .orElse("nothing");
      parts.add(
          "refund %s took %s, leaving %s"
              .formatted(taking.refundId(), took, Words.money(currency, taking.leftMinor())));
    }
    return String.join("; ", parts);
  }

  private static String text(String currency, Step step) {
    Split.Part part = step.part();
    String rounding =
        part.remainder().signum() == 0
            ? ""
            : " rest %s/%s%s"
                .formatted(
                    part.remainder(),
                    step.totalWeight(),
                    part.unit() == 0 ? ", no unit left over" : ", 1 unit left over");
    return " × %d/%s = %s%s"
        .formatted(
            step.weight(),
            step.totalWeight(),
            Words.money(currency, part.quota()),
            rounding.isEmpty() ? "" : rounding + " → " + Words.money(currency, part.amount()));
  }

  private static List<Optional<Step>> steps(long total, long[] weights) {
    List<Split.Part> parts = Split.parts(total, weights);
    BigInteger all =
        Arrays.stream(weights)
            .mapToObj(BigInteger::valueOf)
            .reduce(BigInteger.ZERO, BigInteger::add);
    List<Optional<Step>> steps = new ArrayList<>();
    for (int i = 0; i < weights.length; i++) {
      steps.add(Optional.of(new Step(total, weights[i], all, parts.get(i))));
    }
    return steps;
  }

  private static List<Optional<Step>> nothing(int count) {
    List<Optional<Step>> nothing = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      nothing.add(Optional.empty());
    }
    return nothing;
  }

  private static long amount(Optional<Step> step) {
    return step.map(each -> each.part().amount()).orElse(0L);
  }
}
