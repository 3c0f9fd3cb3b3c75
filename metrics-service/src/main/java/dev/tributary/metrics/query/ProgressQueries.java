package dev.tributary.metrics.query;

import dev.tributary.metrics.fact.FactFilter;
import dev.tributary.metrics.fact.TimeRange;
import dev.tributary.metrics.goal.Goal;
import dev.tributary.metrics.goal.Target;
import dev.tributary.metrics.kpi.KpiCatalogue;
import dev.tributary.metrics.kpi.KpiDefinition;
import dev.tributary.metrics.kpi.KpiTable;
import dev.tributary.metrics.kpi.Measured;
import dev.tributary.metrics.kpi.RowOrder;
import dev.tributary.metrics.measure.Grain;
import dev.tributary.metrics.watch.KpiProgress;
import dev.tributary.metrics.watch.Progress;
import dev.tributary.runtime.api.ApiException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Answers how far a campaign has come. */
public final class ProgressQueries {
  private final CampaignQueries campaigns;
  private final KpiQueries kpis;
  private final Clock clock;

  /**
   * Answers from these.
   *
   * @param clock tells how old a campaign is
   */
  public ProgressQueries(CampaignQueries campaigns, KpiQueries kpis, Clock clock) {
    this.campaigns = campaigns;
    this.kpis = kpis;
    this.clock = clock;
  }

  /**
   * A campaign as it stands.
   *
   * @throws ApiException NOT_FOUND if the catalogue does not have it, or the one to compare with
   */
  Answer<Progress> progress(WatchQuestion asked) {
    Instant now = clock.instant();
    Goal goal = goal(asked.workspace(), asked.campaignId());
    List<KpiDefinition> wanted = asked.kpis().orElseGet(() -> known(goal.kpiIds()));
    Answer<KpiTable> table =
        table(asked.workspace(), goal, wanted, Optional.empty(), Optional.empty());
    Map<String, Measured> earlier =
        asked
            .compareCampaignId()
            .map(id -> goal(asked.workspace(), id))
            .map(other -> earlier(asked, ageAt(now, goal), other, wanted, table.currency()))
            .orElseGet(Map::of);
    List<Measured> values = table.content().total().values();
    List<KpiProgress> progress =
        IntStream.range(0, wanted.size())
            .mapToObj(i -> progress(goal, wanted.get(i).id(), values.get(i), earlier))
            .toList();
    return new Answer<>(
        new Progress(goal, goal.dayAt(now), progress), table.currency(), table.asOf());
  }

  /** The other campaign's values when it was as old; none before this one has begun. */
  private Map<String, Measured> earlier(
      WatchQuestion asked,
      Duration age,
      Goal other,
      List<KpiDefinition> wanted,
      Optional<String> currency) {
    var earlier = new HashMap<String, Measured>();
    if (age.compareTo(Duration.ZERO) > 0) {
      Instant end = other.start().plus(age);
      // Followers are counted from the campaign's start on; all else from the beginning of time,
      // since a fee may be agreed and a code be used before.
      earlier.putAll(values(asked, other, ofAccounts(wanted, true), other.start(), end, currency));
      earlier.putAll(values(asked, other, ofAccounts(wanted, false), Instant.EPOCH, end, currency));
    }
    return earlier;
  }

  private Map<String, Measured> values(
      WatchQuestion asked,
      Goal goal,
      List<KpiDefinition> wanted,
      Instant start,
      Instant end,
      Optional<String> currency) {
    if (wanted.isEmpty()) {
      return Map.of();
    }
    List<Measured> values =
        table(asked.workspace(), goal, wanted, Optional.of(new TimeRange(start, end)), currency)
            .content()
            .total()
            .values();
    return IntStream.range(0, wanted.size())
        .boxed()
        .collect(Collectors.toMap(i -> wanted.get(i).id(), values::get));
  }

  private Answer<KpiTable> table(
      String workspace,
      Goal goal,
      List<KpiDefinition> wanted,
      Optional<TimeRange> range,
      Optional<String> currency) {
    FactFilter filter =
        new FactFilter(
            workspace,
            Set.of(goal.campaign().campaignId()),
            Set.of(),
            Set.of(),
            Set.of(),
            Set.of(),
            Set.of());
    return kpis.table(
        new TableQuestion(
            new Question(wanted, filter, currency),
            range,
            Set.of(),
            new RowOrder(OptionalInt.empty(), true)));
  }

  private Goal goal(String workspace, String campaignId) {
    return campaigns
        .goal(workspace, campaignId)
        .orElseThrow(() -> ApiException.notFound("campaign", campaignId));
  }

  private static KpiProgress progress(
      Goal goal, String kpiId, Measured value, Map<String, Measured> earlier) {
    return new KpiProgress(
        kpiId,
        value,
        goal.target(kpiId).map(Target::figure),
        Optional.ofNullable(earlier.get(kpiId)));
  }

  private static Duration ageAt(Instant now, Goal goal) {
    return Duration.between(goal.start(), now);
  }

  private static List<KpiDefinition> ofAccounts(List<KpiDefinition> kpis, boolean areOfAccounts) {
    return kpis.stream()
        .filter(kpi -> (kpi.formula().grain() == Grain.ACCOUNT) == areOfAccounts)
        .toList();
  }

  /** A target may name a KPI that does not exist; a check finds it. */
  private static List<KpiDefinition> known(Set<String> kpiIds) {
    return kpiIds.stream().flatMap(id -> KpiCatalogue.find(id).stream()).toList();
  }
}
