package dev.tributary.metrics.goal;

import dev.tributary.metrics.fact.CampaignFact;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A campaign with what it is for.
 *
 * @param campaign its dates, zone, currency and accounts
 * @param objective what it is for
 * @param targets what it wants to reach, at most one for each KPI, ordered by KPI
 */
public record Goal(CampaignFact campaign, Objective objective, List<Target> targets) {
  /** Keeps the targets unchangeable. */
  public Goal {
    targets = List.copyOf(targets);
  }

  /** The first instant of the campaign. */
  public Instant start() {
    return campaign.startDate().atStartOfDay(campaign.zone()).toInstant();
  }

  /** The first instant after the campaign. */
  public Instant end() {
    return campaign.endDate().plusDays(1).atStartOfDay(campaign.zone()).toInstant();
  }

  /** Which day of the campaign it is: 1 on the first, 0 on the one before. */
  public int dayAt(Instant time) {
    LocalDate today = time.atZone(campaign.zone()).toLocalDate();
    return Math.toIntExact(ChronoUnit.DAYS.between(campaign.startDate(), today)) + 1;
  }

  /** Days from the first to the last. */
  public int days() {
    return Math.toIntExact(ChronoUnit.DAYS.between(campaign.startDate(), campaign.endDate())) + 1;
  }

  /** The KPIs that the objective leads with, then those that have a target. */
  public Set<String> kpiIds() {
    Set<String> ids = new LinkedHashSet<>(objective.kpiIds());
    targets.forEach(target -> ids.add(target.kpiId()));
    return ids;
  }

  /** The target of a KPI, if it has one. */
  public Optional<Target> target(String kpiId) {
    return targets.stream().filter(target -> target.kpiId().equals(kpiId)).findFirst();
  }
}
