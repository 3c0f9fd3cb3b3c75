package dev.tributary.attribution.hold;

import dev.tributary.attribution.conversion.ConversionKey;
import dev.tributary.attribution.conversion.HeldOrders;
import dev.tributary.attribution.conversion.OrderHoldState;
import dev.tributary.attribution.feed.FeedKind;
import dev.tributary.runtime.log.Heads;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Handle;

/**
 * Holds in a transaction whose heads are locked: whoever changes holds, or anything else together
 * with them, does it here. Orders that are not recorded are left out, and doing the same again
 * changes nothing.
 */
public final class Holds {
  private final HeldOrders orders;
  private final HoldStore store = new HoldStore();

  /** Holds of these orders. */
  public Holds(HeldOrders orders) {
    this.orders = orders;
  }

  /**
   * Places a hold on each order that the rule does not hold already, rejected orders left out.
   *
   * @param heads the locked heads of at least the orders' shards; the caller finishes them
   * @param rule which one of those that persons use
   * @param command who wants it, and why; with the same batch it places nothing a second time
   * @return the orders on which a hold was placed
   */
  public Set<ConversionKey> place(
      Handle handle,
      Heads heads,
      String workspace,
      Collection<ConversionKey> keys,
      HoldRule rule,
      HoldEvidence evidence,
      HoldCommand command) {
    Finding finding = new Finding(rule, evidence);
    return change(
        handle,
        heads,
        workspace,
        keys,
        holds -> holds.placed(finding, HoldRules.CURRENT.version(), command, heads.recordTime()));
  }

  /**
   * Rejects orders: a hold is placed on each, as {@link #place} does, and all of its holds are
   * rejected, so that nobody is credited any more. Orders that were rejected before are left out.
   *
   * @return the orders that were rejected
   */
  public Set<ConversionKey> reject(
      Handle handle,
      Heads heads,
      String workspace,
      Collection<ConversionKey> keys,
      HoldRule rule,
      HoldEvidence evidence,
      HoldCommand command) {
    Finding finding = new Finding(rule, evidence);
    Instant now = heads.recordTime();
    return change(
        handle,
        heads,
        workspace,
        keys,
        holds ->
            holds
                .placed(finding, HoldRules.CURRENT.version(), command, now)
                .rejected(hold -> true, command, now));
  }

  /** All holds of orders, by key; unknown orders are missing. */
  Map<ConversionKey, OrderHolds> of(
      Handle handle, String workspace, Collection<ConversionKey> keys) {
    return of(handle, workspace, keys, store.byKeys(handle, workspace, Set.copyOf(keys)));
  }

  /**
   * The same for those orders alone that have a hold or a finding: hardly any, and nothing can
   * change about the holds of the others.
   */
  Map<ConversionKey, OrderHolds> ofConcerned(
      Handle handle,
      String workspace,
      Collection<ConversionKey> keys,
      Map<ConversionKey, List<Finding>> findings) {
    Map<ConversionKey, List<Hold>> rows = store.byKeys(handle, workspace, Set.copyOf(keys));
    Set<ConversionKey> concerned = new LinkedHashSet<>(keys);
    concerned.removeIf(
        key -> !rows.containsKey(key) && findings.getOrDefault(key, List.of()).isEmpty());
    return concerned.isEmpty() ? Map.of() : of(handle, workspace, concerned, rows);
  }

  private Map<ConversionKey, OrderHolds> of(
      Handle handle,
      String workspace,
      Collection<ConversionKey> keys,
      Map<ConversionKey, List<Hold>> rows) {
    Set<ConversionKey> wanted = new LinkedHashSet<>(keys);
    Map<ConversionKey, Instant> times = store.conversionTimes(handle, workspace, wanted);
    Map<ConversionKey, OrderHolds> holds = new LinkedHashMap<>();
    for (ConversionKey key : wanted) {
      Instant time = times.get(key);
      if (time != null) {
        holds.put(key, new OrderHolds(key, time, rows.getOrDefault(key, List.of())));
      }
    }
    return holds;
  }

  /**
   * Changes the holds of orders.
   *
   * @return the orders whose holds changed
   */
  Set<ConversionKey> change(
      Handle handle,
      Heads heads,
      String workspace,
      Collection<ConversionKey> keys,
      UnaryOperator<OrderHolds> change) {
    Map<ConversionKey, OrderHolds> before = of(handle, workspace, keys);
    Map<ConversionKey, OrderHolds> after = new LinkedHashMap<>();
    before.forEach((key, holds) -> after.put(key, change.apply(holds)));
    after.values().removeIf(holds -> holds.equals(before.get(holds.key())));
    save(handle, heads, workspace, before, after.values());
    return after.keySet();
  }

  private void save(
      Handle handle,
      Heads heads,
      String workspace,
      Map<ConversionKey, OrderHolds> before,
      Collection<OrderHolds> after) {
    List<Hold> placed = new ArrayList<>();
    List<Hold> resolved = new ArrayList<>();
    Map<ConversionKey, OrderHoldState> marked = new LinkedHashMap<>();
    List<ConversionKey> rejected = new ArrayList<>();
    List<ConversionKey> restored = new ArrayList<>();
    for (OrderHolds now : after) {
      OrderHolds then = Objects.requireNonNull(before.get(now.key()));
      for (Hold hold : now.changedSince(then)) {
        (hold.holdNo() > then.holds().size() ? placed : resolved).add(hold);
      }
      if (now.state() == then.state()) {
        continue;
      }
      if (now.state() == OrderHoldState.REJECTED) {
        rejected.add(now.key());
      } else if (then.state() == OrderHoldState.REJECTED) {
        restored.add(now.key());
      } else {
        marked.put(now.key(), now.state());
      }
    }
    store.insert(handle, workspace, placed);
    store.update(handle, workspace, resolved);
    orders.mark(handle, workspace, marked);
    orders.reject(handle, heads, workspace, rejected);
    orders.restore(handle, heads, workspace, restored);
    after.forEach(
        now -> publish(heads, workspace, now, Objects.requireNonNull(before.get(now.key()))));
  }

  private static void publish(Heads heads, String workspace, OrderHolds now, OrderHolds then) {
    for (Hold hold : now.changedSince(then)) {
      int shard = now.key().shard(workspace);
      byte[] fact = HoldProtos.fact(hold, now.state()).toByteArray();
      long unused = heads.append(shard, workspace, FeedKind.ORDER_HOLD.stored(), fact);
    }
  }
}
