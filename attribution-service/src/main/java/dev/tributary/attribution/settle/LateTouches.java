package dev.tributary.attribution.settle;

import dev.tributary.attribution.commission.WithheldChanges;
import dev.tributary.attribution.conversion.ConversionFactProtos;
import dev.tributary.attribution.conversion.ConversionKey;
import dev.tributary.attribution.conversion.FirstPaymentStore;
import dev.tributary.attribution.conversion.Reattributions;
import dev.tributary.attribution.credit.Decision;
import dev.tributary.attribution.feed.FeedKind;
import dev.tributary.attribution.identity.Identities;
import dev.tributary.runtime.feed.FeedItem;
import dev.tributary.runtime.feed.ShardRange;
import dev.tributary.runtime.feed.StoredEntry;
import dev.tributary.runtime.log.Heads;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;

/**
 * Gives conversions the credit that the touches and identity links recorded after them say, within
 * the re-attribution window, the codes of earlier orders of their customers, and of renewals the
 * first payment. It looks at touches and links, for the conversions of their persons, at
 * conversions that codes have credit for, for later orders of their customers, at first payments,
 * for their renewals, and at every conversion, for what its own transaction could not see yet;
 * whichever of two is looked at second finds the other. What comes out depends on what was recorded
 * and when, never on the order in which it was looked at.
 */
public final class LateTouches implements SettlerStep {
  /** Conversions looked at in one go; bounds the memory for their touches. */
  private static final int CONVERSIONS_AT_ONCE = 200;

  private final Reattributions reattributions;
  private final LinkedSuspects linkedSuspects;
  private final WithheldChanges withheld;
  private final SuspectStore suspectStore = new SuspectStore();
  private final FirstPaymentStore payments = new FirstPaymentStore();

  /**
   * Decides by what the re-attributions find about the persons that the identities know.
   *
   * @param withheld knows which conversions are of a locked period, and keeps what is not done
   */
  public LateTouches(
      Reattributions reattributions, Identities identities, WithheldChanges withheld) {
    this.reattributions = reattributions;
    this.linkedSuspects = new LinkedSuspects(identities);
    this.withheld = withheld;
  }

  @Override
  public Optional<Settlement> due(Handle handle, List<FeedItem<StoredEntry>> items) {
    Map<String, Map<ConversionKey, Decision>> due = due(handle, suspects(handle, items));
    Map<String, Map<ConversionKey, Decision>> locked = takeLocked(handle, due);
    return due.isEmpty() && locked.isEmpty()
        ? Optional.empty()
        : Optional.of(new Redecided(due, locked));
  }

  /** Takes out what is of a locked period, which is only reported; answers what is news of it. */
  private Map<String, Map<ConversionKey, Decision>> takeLocked(
      Handle handle, Map<String, Map<ConversionKey, Decision>> due) {
    Map<String, Map<ConversionKey, Decision>> taken = new TreeMap<>();
    due.forEach(
        (workspace, decisions) -> {
          Map<ConversionKey, Decision> locked = new HashMap<>(decisions);
          locked.keySet().retainAll(withheld.locked(handle, workspace, decisions.keySet()));
          decisions.keySet().removeAll(locked.keySet());
          if (!locked.isEmpty()) {
            locked.keySet().retainAll(withheld.fresh(handle, workspace, locked));
            taken.put(workspace, locked);
          }
        });
    taken.values().removeIf(Map::isEmpty);
    due.values().removeIf(Map::isEmpty);
    return taken;
  }

  private Suspects suspects(Handle handle, List<FeedItem<StoredEntry>> items) {
    Suspects suspects = new Suspects();
    Suspects byCode = new Suspects();
    List<Happening> linked = new ArrayList<>();
    Map<Integer, ShardRange> touches = new TreeMap<>();
    for (FeedItem<StoredEntry> item : items) {
      String kind = item.entry().kind();
      if (kind.equals(FeedKind.TOUCH.stored())) {
        touches.merge(
            item.shard(),
            new ShardRange(item.shard(), item.sequence() - 1, item.sequence()),
            (known, next) -> new ShardRange(next.shard(), known.after(), next.last()));
      } else if (kind.equals(FeedKind.CONVERSION.stored())) {
        byte[] payload = item.entry().payload();
        ConversionFactProtos.unsettled(payload)
            .ifPresent(key -> suspects.add(item.workspace(), key));
        ConversionFactProtos.creditedByCode(payload)
            .ifPresent(key -> byCode.add(item.workspace(), key));
        ConversionFactProtos.started(payload)
            .map(subscription -> payments.renewals(handle, item.workspace(), subscription))
            .ifPresent(renewals -> renewals.forEach(key -> suspects.add(item.workspace(), key)));
      } else if (kind.equals(FeedKind.IDENTITY_LINK.stored())) {
        linked.add(Happening.of(item));
      }
    }
    byCode.forEach(
        (workspace, keys) -> suspectStore.addBoundOrders(handle, workspace, keys, suspects));
    List<ShardRange> ranges = List.copyOf(touches.values());
    suspectStore.addOrdersOf(handle, ranges, suspects);
    linkedSuspects.addOrdersOf(handle, ranges, linked, suspects);
    return suspects;
  }

  /** What has to change, by workspace; those without are missing. */
  private Map<String, Map<ConversionKey, Decision>> due(Handle handle, Suspects suspects) {
    Map<String, Map<ConversionKey, Decision>> due = new TreeMap<>();
    suspects.forEach(
        (workspace, keys) -> {
          List<ConversionKey> all = List.copyOf(keys);
          Map<ConversionKey, Decision> decisions = new HashMap<>();
          for (int first = 0; first < all.size(); first += CONVERSIONS_AT_ONCE) {
            int end = Math.min(all.size(), first + CONVERSIONS_AT_ONCE);
            decisions.putAll(reattributions.due(handle, workspace, all.subList(first, end)));
          }
          if (!decisions.isEmpty()) {
            due.put(workspace, decisions);
          }
        });
    return due;
  }

  /** Decisions that conversions should have, and those of locked periods, by workspace and key. */
  private final class Redecided implements Settlement {
    private final Map<String, Map<ConversionKey, Decision>> due;
    private final Map<String, Map<ConversionKey, Decision>> locked;

    Redecided(
        Map<String, Map<ConversionKey, Decision>> due,
        Map<String, Map<ConversionKey, Decision>> locked) {
      this.due = due;
      this.locked = locked;
    }

    @Override
    public Set<Integer> shards() {
      Set<Integer> shards = new TreeSet<>();
      for (var byWorkspace : List.of(due, locked)) {
        byWorkspace.forEach(
            (workspace, decisions) ->
                decisions.keySet().forEach(key -> shards.add(key.shard(workspace))));
      }
      return shards;
    }

    @Override
    public void write(Handle handle, Heads heads) {
      due.forEach(
          (workspace, decisions) -> reattributions.post(handle, heads, workspace, decisions));
      locked.forEach(
          (workspace, decisions) ->
              withheld.record(handle, workspace, decisions, heads.recordTime()));
    }
  }
}
