package dev.tributary.attribution.conversion;

import dev.tributary.attribution.credit.Evidence;
import dev.tributary.attribution.credit.FirstPayment;
import dev.tributary.attribution.storefront.Storefront;
import dev.tributary.runtime.api.Rejected;
import dev.tributary.runtime.api.Verdicts;
import dev.tributary.runtime.group.Contradictions;
import dev.tributary.runtime.group.Queued;
import dev.tributary.type.v1.Verdict;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Orders of one workspace in one transaction, locked: what was known of them, and what is known
 * after each event. Not thread-safe.
 */
final class OrderBatch {
  private final Handle handle;
  private final String workspace;
  private final Instant now;
  private final Map<String, Storefront> storefronts;
  private final Map<ConversionKey, OrderHistory> before;
  private final Map<ConversionKey, OrderHistory> after;
  private final Map<Queued<OrderEvent>, Conversion> conversions = new HashMap<>();
  private final Map<Queued<OrderEvent>, Rejected> refusals = new HashMap<>();

  /** Which event recorded a conversion, by its key, or a change, by itself. */
  private final Map<Object, Queued<OrderEvent>> recorders = new HashMap<>();

  private Map<ConversionKey, Evidence> evidence = Map.of();
  private Map<ConversionKey, FirstPayment> firstPayments = Map.of();
  private Map<ConversionKey, NewCustomer> newCustomers = Map.of();

  OrderBatch(
      Handle handle,
      String workspace,
      Instant now,
      Map<String, Storefront> storefronts,
      Map<ConversionKey, OrderHistory> before) {
    this.handle = handle;
    this.workspace = workspace;
    this.now = now;
    this.storefronts = storefronts;
    this.before = before;
    this.after = new LinkedHashMap<>(before);
  }

  /** The transaction, for what else has to be read in it. */
  Handle handle() {
    return handle;
  }

  /** Whose orders they are. */
  String workspace() {
    return workspace;
  }

  /** The time of the transaction, in microseconds. */
  Instant now() {
    return now;
  }

  /** A shop of the batch. */
  Storefront storefront(String storefrontId) {
    return storefronts.getOrDefault(storefrontId, Storefront.unset(storefrontId));
  }

  /** Keeps what a sent conversion has become with its shop's defaults. */
  void completed(Queued<OrderEvent> event, Conversion conversion) {
    conversions.put(event, conversion);
  }

  /** Keeps why a sent conversion cannot be completed. */
  void refused(Queued<OrderEvent> event, Rejected refusal) {
    refusals.put(event, refusal);
  }

  Optional<Rejected> refusal(Queued<OrderEvent> event) {
    return Optional.ofNullable(refusals.get(event));
  }

  /** The completed conversion of an event that was not refused. */
  Conversion conversion(Queued<OrderEvent> event) {
    return Objects.requireNonNull(conversions.get(event));
  }

  void evidence(Map<ConversionKey, Evidence> found) {
    evidence = found;
  }

  /** What there is for a new conversion. */
  @Nullable Evidence evidence(ConversionKey key) {
    return evidence.get(key);
  }

  void firstPayments(Map<ConversionKey, FirstPayment> found) {
    firstPayments = found;
  }

  /** The first payment of a new renewal, if it is recorded. */
  Optional<FirstPayment> firstPayment(ConversionKey key) {
    return Optional.ofNullable(firstPayments.get(key));
  }

  void newCustomers(Map<ConversionKey, NewCustomer> known) {
    newCustomers = known;
  }

  /** What is known of the customer of a new order; empty when it is told, or no order. */
  Optional<NewCustomer> newCustomer(ConversionKey key) {
    return Optional.ofNullable(newCustomers.get(key));
  }

  /** Whether the conversion was there before this transaction. */
  boolean wasRecorded(ConversionKey key) {
    return before.getOrDefault(key, OrderHistory.nothing(key)).conversion().isPresent();
  }

  /** What is known of an order by now. */
  OrderHistory of(ConversionKey key) {
    return after.getOrDefault(key, OrderHistory.nothing(key));
  }

  /** Takes a later history of its order. */
  void put(OrderHistory history) {
    after.put(history.key(), history);
  }

  /**
   * Takes a later history of its order in which an event recorded something.
   *
   * @param what the key of a conversion, or a change
   */
  void put(Queued<OrderEvent> event, Object what, OrderHistory history) {
    recorders.put(what, event);
    put(history);
  }

  /**
   * The refusal of an event that contradicts what is recorded.
   *
   * @param what the key of the conversion, or the change, as recorded
   * @param field the first field that differs
   */
  Verdict contradiction(Queued<OrderEvent> event, Object what, String field) {
    Queued<OrderEvent> recorder = recorders.get(what);
    boolean sameCall = recorder != null && recorder.isOfSameCallAs(event);
    return Verdicts.rejected(
        sameCall ? Contradictions.duplicateInBatch(field) : Contradictions.idReused(field));
  }

  Collection<OrderHistory> after() {
    return after.values();
  }
}
