package dev.tributary.attribution.settle;

import dev.tributary.attribution.commission.Accruals;
import dev.tributary.attribution.commission.MovementProtos;
import dev.tributary.attribution.conversion.ConversionFactProtos;
import dev.tributary.attribution.conversion.ConversionKey;
import dev.tributary.attribution.conversion.FirstPaymentStore;
import dev.tributary.attribution.feed.FeedKind;
import dev.tributary.runtime.feed.FeedItem;
import dev.tributary.runtime.feed.StoredEntry;
import dev.tributary.runtime.log.Heads;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;

/**
 * Tells the feed what conversions earn. It looks at conversions, for the terms of those who are
 * credited, at first payments, for the renewals that keep their terms, and at new terms, for the
 * conversions that they are about; whichever of two is looked at second finds the other.
 */
public final class EarnedCommissions implements SettlerStep {
  private final Accruals accruals;
  private final FirstPaymentStore payments = new FirstPaymentStore();

  /** Tells what the accruals find. */
  public EarnedCommissions(Accruals accruals) {
    this.accruals = accruals;
  }

  @Override
  public Optional<Settlement> due(Handle handle, List<FeedItem<StoredEntry>> items) {
    Map<String, Cause> causes = causes(handle, items);
    if (causes.isEmpty()) {
      return Optional.empty();
    }
    causes.keySet().retainAll(accruals.workspaces(handle, causes.keySet()));
    Map<String, Cause> due = new TreeMap<>();
    causes.forEach(
        (workspace, cause) -> {
          Set<ConversionKey> keys =
              accruals.due(handle, workspace, cause.conversions, cause.newTerms);
          if (!keys.isEmpty()) {
            due.put(workspace, new Cause(keys, cause.newTerms));
          }
        });
    return due.isEmpty() ? Optional.empty() : Optional.of(new Earned(accruals, due));
  }

  private Map<String, Cause> causes(Handle handle, List<FeedItem<StoredEntry>> items) {
    Map<String, Cause> causes = new TreeMap<>();
    for (FeedItem<StoredEntry> item : items) {
      String kind = item.entry().kind();
      if (kind.equals(FeedKind.CONVERSION.stored())) {
        Set<ConversionKey> conversions = of(causes, item).conversions;
        conversions.add(ConversionFactProtos.key(item.entry().payload()));
        ConversionFactProtos.started(item.entry().payload())
            .map(subscription -> payments.renewals(handle, item.workspace(), subscription))
            .ifPresent(conversions::addAll);
      } else if (kind.equals(FeedKind.COMMISSION.stored())) {
        MovementProtos.newTerms(item.entry().payload())
            .ifPresent(id -> of(causes, item).newTerms.add(id));
      }
    }
    return causes;
  }

  private static Cause of(Map<String, Cause> causes, FeedItem<StoredEntry> item) {
    return causes.computeIfAbsent(
        item.workspace(), absent -> new Cause(new LinkedHashSet<>(), new HashSet<>()));
  }

  /** What may have changed in a workspace: conversions, and terms of collaborations. */
  private record Cause(Set<ConversionKey> conversions, Set<String> newTerms) {}

  /** Conversions that the feed has to be told about, by workspace. */
  private static final class Earned implements Settlement {
    private final Accruals accruals;
    private final Map<String, Cause> byWorkspace;

    Earned(Accruals accruals, Map<String, Cause> byWorkspace) {
      this.accruals = accruals;
      this.byWorkspace = byWorkspace;
    }

    @Override
    public Set<Integer> shards() {
      Set<Integer> shards = new TreeSet<>();
      byWorkspace.forEach(
          (workspace, cause) -> cause.conversions.forEach(key -> shards.add(key.shard(workspace))));
      return shards;
    }

    @Override
    public void write(Handle handle, Heads heads) {
      byWorkspace.forEach(
          (workspace, cause) ->
              accruals.post(handle, heads, workspace, cause.conversions, cause.newTerms));
    }
  }
}
