package dev.tributary.attribution.conversion;

import dev.tributary.attribution.credit.FirstPayment;
import dev.tributary.attribution.credit.Policy;
import dev.tributary.attribution.credit.Share;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * Finds the first payments of the subscriptions that conversions renew: of several that name one
 * subscription the earliest, then the first by its id. A test is none for an order that is no test.
 */
final class FirstPayments {
  private static final Comparator<StoredPayment> EARLIEST =
      Comparator.comparing(StoredPayment::time).thenComparing(each -> each.key().orderId());

  private final FirstPaymentStore store = new FirstPaymentStore();
  private final LedgerStore ledgers = new LedgerStore();

  /** What there is now for renewals that are being recorded, by their keys. */
  Map<ConversionKey, FirstPayment> of(
      Handle handle, String workspace, Collection<Conversion> renewals) {
    Map<ConversionKey, StoredPayment> found = new HashMap<>();
    Map<SubscriptionKey, List<StoredPayment>> payments = payments(handle, workspace, renewals);
    for (Conversion renewal : renewals) {
      earliest(payments, renewal, Instant.MAX)
          .ifPresent(payment -> found.put(renewal.key(), payment));
    }
    return withShares(handle, workspace, found);
  }

  /**
   * What there is for renewals that were recorded earlier, by their keys: payments received, and
   * credit decided, up to the end of each renewal's own re-attribution window. Of one whose payment
   * was decided on later nothing is told: its credit stays what it is.
   */
  Map<ConversionKey, Optional<FirstPayment>> ofRecorded(
      Handle handle, String workspace, Collection<StoredConversion> renewals) {
    Map<ConversionKey, StoredPayment> found = new HashMap<>();
    Map<SubscriptionKey, List<StoredPayment>> payments =
        payments(handle, workspace, renewals.stream().map(StoredConversion::conversion).toList());
    Map<ConversionKey, Optional<FirstPayment>> answers = new HashMap<>();
    for (StoredConversion row : renewals) {
      Instant end = row.receiveTime().plus(Policy.REATTRIBUTION_WINDOW);
      Optional<StoredPayment> payment = earliest(payments, row.conversion(), end);
      if (payment.isEmpty()) {
        answers.put(row.conversion().key(), Optional.empty());
      } else if (!payment.get().decideTime().isAfter(end)) {
        found.put(row.conversion().key(), payment.get());
      }
    }
    withShares(handle, workspace, found)
        .forEach((key, payment) -> answers.put(key, Optional.of(payment)));
    return answers;
  }

  private Map<SubscriptionKey, List<StoredPayment>> payments(
      Handle handle, String workspace, Collection<Conversion> renewals) {
    List<SubscriptionKey> keys =
        renewals.stream().flatMap(each -> key(each).stream()).distinct().toList();
    return keys.isEmpty()
        ? Map.of()
        : store.starts(handle, workspace, keys).stream()
            .collect(Collectors.groupingBy(StoredPayment::subscription));
  }

  private static Optional<StoredPayment> earliest(
      Map<SubscriptionKey, List<StoredPayment>> payments, Conversion renewal, Instant receivedBy) {
    return key(renewal)
        .flatMap(
            key ->
                payments.getOrDefault(key, List.of()).stream()
                    .filter(each -> each.test() == renewal.test())
                    .filter(each -> !each.receiveTime().isAfter(receivedBy))
                    .min(EARLIEST));
  }

  private Map<ConversionKey, FirstPayment> withShares(
      Handle handle, String workspace, Map<ConversionKey, StoredPayment> found) {
    if (found.isEmpty()) {
      return Map.of();
    }
    Map<ConversionKey, List<Share>> shares =
        ledgers.shares(
            handle, workspace, found.values().stream().map(StoredPayment::key).distinct().toList());
    Map<ConversionKey, FirstPayment> payments = new HashMap<>();
    found.forEach(
        (key, payment) ->
            payments.put(
                key,
                new FirstPayment(
                    payment.key().orderId(),
                    payment.time(),
                    Objects.requireNonNull(shares.get(payment.key())))));
    return payments;
  }

  private static Optional<SubscriptionKey> key(Conversion renewal) {
    return renewal
        .subscription()
        .map(place -> new SubscriptionKey(renewal.key().storefrontId(), place.id()));
  }
}
