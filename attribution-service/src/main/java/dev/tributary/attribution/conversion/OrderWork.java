package dev.tributary.attribution.conversion;

import dev.tributary.attribution.storefront.Storefronts;
import dev.tributary.runtime.api.Rejected;
import dev.tributary.runtime.api.Verdicts;
import dev.tributary.runtime.group.GroupWork;
import dev.tributary.runtime.group.Queued;
import dev.tributary.runtime.log.Heads;
import dev.tributary.type.v1.Verdict;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/**
 * Writes what was sent for orders. Whatever comes for one order comes one after the other, and sees
 * what came before; a group costs the same few queries for one order as for a thousand of a
 * workspace.
 */
public final class OrderWork implements GroupWork<OrderEvent, OrderAnswer> {
  private final Storefronts storefronts;
  private final ConversionJudge conversions;
  private final OrderHistories histories = new OrderHistories();

  /** Completes conversions by their storefronts, and decides on them by what the evidences find. */
  public OrderWork(Storefronts storefronts, Evidences evidences) {
    this.storefronts = storefronts;
    this.conversions = new ConversionJudge(evidences);
  }

  @Override
  public int shard(OrderEvent event) {
    return event.shard();
  }

  @Override
  public List<OrderAnswer> write(Handle handle, Heads heads, List<Queued<OrderEvent>> group) {
    Map<String, List<Queued<OrderEvent>>> byWorkspace = new LinkedHashMap<>();
    for (Queued<OrderEvent> queued : group) {
      byWorkspace
          .computeIfAbsent(queued.item().workspace(), absent -> new ArrayList<>())
          .add(queued);
    }
    Map<Queued<OrderEvent>, OrderAnswer> answers = new HashMap<>();
    byWorkspace.forEach(
        (workspace, events) -> answers.putAll(write(handle, heads, workspace, events)));
    return group.stream().map(answers::get).toList();
  }

  @Override
  public OrderAnswer refused(OrderEvent event, Rejected why) {
    return new OrderAnswer(
        Verdicts.rejected(why), OrderHistory.nothing(event.key()), event.shard());
  }

  private Map<Queued<OrderEvent>, OrderAnswer> write(
      Handle handle, Heads heads, String workspace, List<Queued<OrderEvent>> events) {
    Set<ConversionKey> keys = new LinkedHashSet<>();
    Set<String> shops = new LinkedHashSet<>();
    for (Queued<OrderEvent> event : events) {
      keys.add(event.item().key());
      if (event.item() instanceof SentConversion) {
        shops.add(event.item().key().storefrontId());
      }
    }
    Map<ConversionKey, OrderHistory> before = histories.load(handle, workspace, keys);
    OrderBatch batch =
        new OrderBatch(
            handle,
            workspace,
            heads.recordTime(),
            storefronts.named(handle, workspace, shops),
            before);
    conversions.prepare(batch, events);
    Map<Queued<OrderEvent>, Verdict> verdicts = new HashMap<>();
    for (Queued<OrderEvent> event : events) {
      verdicts.put(event, verdict(batch, event));
    }
    Map<ConversionKey, OrderHistory> after = published(heads, workspace, batch);
    histories.save(handle, workspace, before, after.values());
    return answers(verdicts, after);
  }

  private Verdict verdict(OrderBatch batch, Queued<OrderEvent> event) {
    return event.item() instanceof SentChange sent
        ? ChangeJudge.verdict(batch, event, sent.change())
        : conversions.verdict(batch, event);
  }

  /** Appends a fact for every conversion that was decided on anew. */
  private static Map<ConversionKey, OrderHistory> published(
      Heads heads, String workspace, OrderBatch batch) {
    Map<ConversionKey, OrderHistory> published = new LinkedHashMap<>();
    for (OrderHistory history : batch.after()) {
      published.put(history.key(), PublishedOrders.published(heads, workspace, history));
    }
    return published;
  }

  private static Map<Queued<OrderEvent>, OrderAnswer> answers(
      Map<Queued<OrderEvent>, Verdict> verdicts, Map<ConversionKey, OrderHistory> after) {
    Map<Queued<OrderEvent>, OrderAnswer> answers = new HashMap<>();
    verdicts.forEach(
        (queued, verdict) -> {
          OrderEvent event = queued.item();
          OrderHistory order = after.getOrDefault(event.key(), OrderHistory.nothing(event.key()));
          answers.put(queued, new OrderAnswer(verdict, order, event.shard()));
        });
    return answers;
  }
}
