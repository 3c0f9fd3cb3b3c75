package dev.tributary.attribution.conversion;

import dev.tributary.attribution.credit.Decision;
import dev.tributary.attribution.credit.Evidence;
import dev.tributary.attribution.credit.Policy;
import dev.tributary.attribution.credit.StickyCredit;
import dev.tributary.runtime.api.Rejected;
import dev.tributary.runtime.api.Verdicts;
import dev.tributary.runtime.group.Queued;
import dev.tributary.type.v1.Verdict;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Takes conversions in: records what is new and decides who is credited for it by what is committed
 * now, answers the rest by what holds, and takes over news of payments.
 */
final class ConversionJudge {
  private final Evidences evidences;
  private final FirstPayments firstPayments = new FirstPayments();
  private final NewCustomers newCustomers = new NewCustomers();

  ConversionJudge(Evidences evidences) {
    this.evidences = evidences;
  }

  /**
   * Completes all conversions of a batch and looks up, at once, what the decisions on the new ones
   * need; of several with one key the first is recorded.
   */
  void prepare(OrderBatch batch, List<Queued<OrderEvent>> events) {
    Map<ConversionKey, Conversion> fresh = new LinkedHashMap<>();
    for (Queued<OrderEvent> event : events) {
      if (event.item() instanceof SentConversion sent) {
        try {
          Conversion conversion = sent.completed(batch.storefront(sent.key().storefrontId()));
          batch.completed(event, conversion);
          if (!batch.wasRecorded(sent.key())) {
            fresh.putIfAbsent(sent.key(), conversion);
          }
        } catch (Rejected refusal) {
          batch.refused(event, refusal);
        }
      }
    }
    batch.evidence(evidences.of(batch.handle(), batch.workspace(), fresh.values()));
    batch.firstPayments(
        firstPayments.of(
            batch.handle(),
            batch.workspace(),
            fresh.values().stream().filter(Conversion::isRenewal).toList()));
    batch.newCustomers(
        newCustomers.of(batch.handle(), batch.workspace(), fresh.values(), batch::storefront));
  }

  /** Takes the next conversion of a prepared batch. */
  Verdict verdict(OrderBatch batch, Queued<OrderEvent> event) {
    Optional<Rejected> refusal = batch.refusal(event);
    if (refusal.isPresent()) {
      return Verdicts.rejected(refusal.get());
    }
    Conversion conversion = batch.conversion(event);
    ConversionKey key = conversion.key();
    OrderHistory history = batch.of(key);
    if (history.conversion().isEmpty()) {
      Policy policy = batch.storefront(key.storefrontId()).policy(key.type().goal());
      Evidence evidence = Objects.requireNonNull(batch.evidence(key));
      Decision own = Decision.of(evidence, policy);
      Decision decision =
          policy.stickyMonths().isPresent()
              ? StickyCredit.of(
                  own, conversion.time(), policy.stickyMonths().getAsInt(), batch.firstPayment(key))
              : own;
      Conversion known = batch.newCustomer(key).map(conversion::with).orElse(conversion);
      batch.put(event, key, history.recorded(known, decision, policy, batch.now()));
      return Verdicts.recorded();
    }
    Optional<String> difference =
        conversion.firstDifference(history.conversion().get().conversion());
    if (difference.isPresent()) {
      return batch.contradiction(event, key, difference.get());
    }
    batch.put(history.paid(conversion.payment(), batch.now()));
    return Verdicts.alreadyRecorded();
  }
}
