package dev.tributary.metrics.query;

import dev.tributary.metrics.fact.CampaignFact;
import dev.tributary.metrics.fact.FactFilter;
import dev.tributary.metrics.fact.Facts;
import dev.tributary.metrics.fact.TimeRange;
import dev.tributary.metrics.load.FactStore;
import dev.tributary.metrics.series.Days;
import dev.tributary.runtime.database.Database;
import dev.tributary.runtime.feed.Freshness;
import dev.tributary.type.v1.AsOf;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/** Reads all facts of one question in one snapshot, so that no two numbers are of two moments. */
public final class FactReader {
  private final Database database;
  private final FactStore facts;
  private final Freshness freshness;

  /** Reads from a database. */
  public FactReader(Database database, FactStore facts, Freshness freshness) {
    this.database = database;
    this.facts = facts;
    this.freshness = freshness;
  }

  /** Facts for a range, or for the newest values. */
  Seen read(FactFilter filter, Optional<TimeRange> range) {
    return database.snapshot(
        handle -> new Seen(facts.load(handle, filter, range), freshness.asOf(handle)));
  }

  /** Facts for days, which may depend on the only campaign asked for. */
  SeenDays readDays(FactFilter filter, Function<Optional<CampaignFact>, Days> daysAsked) {
    return database.snapshot(
        handle -> {
          Days days = daysAsked.apply(onlyCampaign(handle, filter));
          Seen seen =
              new Seen(facts.loadSeries(handle, filter, days.range()), freshness.asOf(handle));
          return new SeenDays(seen, days);
        });
  }

  private Optional<CampaignFact> onlyCampaign(Handle handle, FactFilter filter) {
    return filter.campaignIds().size() == 1
        ? facts.campaign(handle, filter.workspace(), filter.campaignIds().iterator().next())
        : Optional.empty();
  }

  /**
   * Facts as they were seen.
   *
   * @param facts what is known
   * @param asOf how far each feed was applied
   */
  record Seen(Facts facts, List<AsOf> asOf) {}

  /**
   * The same for a series.
   *
   * @param seen what is known
   * @param days the days asked for
   */
  record SeenDays(Seen seen, Days days) {}
}
