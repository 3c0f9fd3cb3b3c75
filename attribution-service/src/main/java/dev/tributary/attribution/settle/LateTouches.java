package dev.tributary.attribution.settle;

import dev.tributary.attribution.conversion.ConversionFactProtos;
import dev.tributary.attribution.conversion.ConversionKey;
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
 * the re-attribution window. It looks at touches and links, for the conversions of their persons,
 * and at conversions, for what their own transaction could not see yet; whichever of two is looked
 * at second finds the other. What comes out depends on what was recorded and when, never on the
 * order in which it was looked at.
 */
public final class LateTouches implements SettlerStep {
  /** Conversions looked at in one go; bounds the memory for their touches. */
  private static final int CONVERSIONS_AT_ONCE = 200;

  private final Reattributions reattributions;
  private final LinkedSuspects linkedSuspects;
  private final SuspectStore suspectStore = new SuspectStore();

  /** Decides by what the re-attributions find about the persons that the identities know. */
  public LateTouches(Reattributions reattributions, Identities identities) {
    this.reattributions = reattributions;
    this.linkedSuspects = new LinkedSuspects(identities);
  }

  @Override
  public Optional<Settlement> due(Handle handle, List<FeedItem<StoredEntry>> items) {
    Map<String, Map<ConversionKey, Decision>> due = due(handle, suspects(handle, items));
    return due.isEmpty() ? Optional.empty() : Optional.of(new Redecided(reattributions, due));
  }

  private Suspects suspects(Handle handle, List<FeedItem<StoredEntry>> items) {
    Suspects suspects = new Suspects();
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
        ConversionFactProtos.unsettled(item.entry().payload())
            .ifPresent(key -> suspects.add(item.workspace(), key));
      } else if (kind.equals(FeedKind.IDENTITY_LINK.stored())) {
        linked.add(Happening.of(item));
      }
    }
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

  /** Decisions that conversions should have, by workspace and key. */
  private static final class Redecided implements Settlement {
    private final Reattributions reattributions;
    private final Map<String, Map<ConversionKey, Decision>> byWorkspace;

    Redecided(
        Reattributions reattributions, Map<String, Map<ConversionKey, Decision>> byWorkspace) {
      this.reattributions = reattributions;
      this.byWorkspace = byWorkspace;
    }

    @Override
    public Set<Integer> shards() {
      Set<Integer> shards = new TreeSet<>();
      byWorkspace.forEach(
          (workspace, decisions) ->
              decisions.keySet().forEach(key -> shards.add(key.shard(workspace))));
      return shards;
    }

    @Override
    public void write(Handle handle, Heads heads) {
      byWorkspace.forEach(
          (workspace, decisions) -> reattributions.post(handle, heads, workspace, decisions));
    }
  }
}
