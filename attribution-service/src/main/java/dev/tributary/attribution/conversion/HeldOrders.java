package dev.tributary.attribution.conversion;

import dev.tributary.attribution.credit.CreditSource;
import dev.tributary.attribution.credit.Decision;
import dev.tributary.attribution.credit.Share;
import dev.tributary.runtime.identity.PersonKey;
import dev.tributary.runtime.log.Heads;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/** Orders as holds look at them, and what holds do to them. */
public final class HeldOrders {
  private final Reattributions reattributions;
  private final ConversionStore conversions = new ConversionStore();
  private final LedgerStore ledgers = new LedgerStore();
  private final RevisionStore revisions = new RevisionStore();
  private final EmailStore emails = new EmailStore();
  private final OrderHistories histories = new OrderHistories();

  /** Decides anew, when a rejection is taken back, by what the re-attributions find. */
  public HeldOrders(Reattributions reattributions) {
    this.reattributions = reattributions;
  }

  /** Orders with who is credited and by which touches, by key; unknown ones are missing. */
  public Map<ConversionKey, CreditedOrder> credited(
      Handle handle, String workspace, Collection<ConversionKey> keys) {
    Map<ConversionKey, List<Share>> shares = ledgers.shares(handle, workspace, keys);
    List<ConversionKey> byTouch =
        shares.entrySet().stream()
            .filter(entry -> entry.getValue().stream().anyMatch(HeldOrders::isByTouch))
            .map(Map.Entry::getKey)
            .toList();
    Map<ConversionKey, byte[]> decisions =
        byTouch.isEmpty() ? Map.of() : revisions.decisions(handle, workspace, byTouch);
    Map<ConversionKey, List<PersonKey>> emailsOf = emails.byKeys(handle, workspace, keys);
    Map<ConversionKey, CreditedOrder> orders = new HashMap<>();
    for (StoredConversion row : conversions.byKeys(handle, workspace, keys)) {
      ConversionKey key = row.conversion().key();
      byte[] decision = decisions.get(key);
      orders.put(
          key,
          new CreditedOrder(
              row.conversion(),
              row.receiveTime(),
              row.holdState(),
              shares.getOrDefault(key, List.of()),
              decision == null ? List.of() : ExplanationProtos.touches(decision),
              emailsOf.getOrDefault(key, List.of())));
    }
    return orders;
  }

  /** Orders with their books, by key; unknown ones are missing. */
  public Map<ConversionKey, RecordedConversion> recorded(
      Handle handle, String workspace, Collection<ConversionKey> keys) {
    Map<ConversionKey, RecordedConversion> recorded = new HashMap<>();
    histories
        .load(handle, workspace, keys)
        .forEach(
            (key, history) ->
                history.conversion().ifPresent(conversion -> recorded.put(key, conversion)));
    return recorded;
  }

  /** Writes what the holds of orders come to, where that changes no credit. Heads are locked. */
  public void mark(Handle handle, String workspace, Map<ConversionKey, OrderHoldState> states) {
    conversions.mark(handle, workspace, states);
  }

  /**
   * Credits nobody for orders from now on: a new revision with the postings that are the
   * difference. Orders that are rejected stay as they are.
   *
   * @param heads the locked heads of their shards; the caller finishes them
   */
  public void reject(Handle handle, Heads heads, String workspace, Collection<ConversionKey> keys) {
    revise(
        handle,
        heads,
        workspace,
        keys,
        history -> history.isRejected() ? history : history.rejected(heads.recordTime()));
  }

  /**
   * Takes back that nobody is credited for orders, and decides again by the touches of now and the
   * codes as they were decided.
   *
   * @param heads the locked heads of their shards; the caller finishes them
   */
  public void restore(
      Handle handle, Heads heads, String workspace, Collection<ConversionKey> keys) {
    Map<ConversionKey, Decision> decisions = reattributions.restored(handle, workspace, keys);
    revise(
        handle,
        heads,
        workspace,
        keys,
        history ->
            history.isRejected()
                ? history.restored(
                    Objects.requireNonNull(decisions.get(history.key())), heads.recordTime())
                : history);
  }

  private void revise(
      Handle handle,
      Heads heads,
      String workspace,
      Collection<ConversionKey> keys,
      Function<OrderHistory, OrderHistory> change) {
    if (keys.isEmpty()) {
      return;
    }
    Map<ConversionKey, OrderHistory> before = histories.load(handle, workspace, keys);
    List<OrderHistory> after = new ArrayList<>();
    before
        .values()
        .forEach(
            history ->
                after.add(PublishedOrders.published(heads, workspace, change.apply(history))));
    histories.save(handle, workspace, before, after);
  }

  private static boolean isByTouch(Share share) {
    return share.key().source() == CreditSource.LINK;
  }
}
