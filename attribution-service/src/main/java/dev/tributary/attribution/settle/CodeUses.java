package dev.tributary.attribution.settle;

import dev.tributary.attribution.conversion.CodedOrders;
import dev.tributary.attribution.conversion.ConversionFactProtos;
import dev.tributary.attribution.conversion.OverLimitNotes;
import dev.tributary.attribution.feed.FeedKind;
import dev.tributary.attribution.promocode.DueUse;
import dev.tributary.attribution.promocode.OrderUses;
import dev.tributary.attribution.promocode.UseChange;
import dev.tributary.runtime.feed.FeedItem;
import dev.tributary.runtime.feed.StoredEntry;
import dev.tributary.runtime.log.Heads;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;

/**
 * Lets purchases and first payments of subscriptions use the codes that they were recorded with,
 * and give them back when they come to nothing. It looks at every entry of one and does what that
 * order, as it stands by now, still lacks; so an entry that is looked at twice changes nothing the
 * second time.
 *
 * <p>A code's counters are written under the lock of the code's shard. The order's own shard is
 * locked only where the order may be flagged: what else could change of it meanwhile is told by a
 * later entry.
 */
public final class CodeUses implements SettlerStep {
  private final CodedOrders orders;
  private final OrderUses uses;
  private final OverLimitNotes notes;

  /** Counts the uses of these orders, and flags those that the limits do not allow. */
  public CodeUses(CodedOrders orders, OrderUses uses, OverLimitNotes notes) {
    this.orders = orders;
    this.uses = uses;
    this.notes = notes;
  }

  @Override
  public Optional<Settlement> due(Handle handle, List<FeedItem<StoredEntry>> items) {
    Suspects using = new Suspects();
    for (FeedItem<StoredEntry> item : items) {
      if (item.entry().kind().equals(FeedKind.CONVERSION.stored())) {
        ConversionFactProtos.usingCodes(item.entry().payload())
            .ifPresent(key -> using.add(item.workspace(), key));
      }
    }
    Map<String, List<DueUse>> due = new TreeMap<>();
    using.forEach(
        (workspace, keys) -> {
          List<DueUse> ofWorkspace =
              uses.due(handle, workspace, orders.of(handle, workspace, keys));
          if (!ofWorkspace.isEmpty()) {
            due.put(workspace, ofWorkspace);
          }
        });
    return due.isEmpty() ? Optional.empty() : Optional.of(new Used(due));
  }

  /** Uses that are not as they should be, by workspace. */
  private final class Used implements Settlement {
    private final Map<String, List<DueUse>> byWorkspace;

    Used(Map<String, List<DueUse>> byWorkspace) {
      this.byWorkspace = byWorkspace;
    }

    @Override
    public Set<Integer> shards() {
      Set<Integer> shards = new TreeSet<>();
      byWorkspace.forEach(
          (workspace, due) ->
              due.forEach(
                  each -> {
                    shards.add(each.shard(workspace));
                    if (each.isFlagging()) {
                      shards.addAll(OverLimitNotes.shards(workspace, each.order()));
                    }
                  }));
      return shards;
    }

    @Override
    public void write(Handle handle, Heads heads) {
      byWorkspace.forEach(
          (workspace, due) -> {
            List<UseChange> changes = uses.settle(handle, workspace, heads.recordTime(), due);
            notes.write(handle, workspace, changes);
          });
    }
  }
}
