package dev.tributary.metrics.catalog;

import java.time.LocalDate;
import java.util.List;

/**
 * What measuring needs to know of a campaign.
 *
 * @param version rises with each change
 * @param startDate first day, a local date in the zone
 * @param endDate last day, inclusive
 * @param timeZone IANA zone as ingestion knows it; kept as text, because the zones that this Java
 *     knows may be older
 * @param currency ISO 4217 code that money is reported in
 * @param brandAccounts accounts whose follower growth is measured
 * @param objective number of {@code tributary.type.v1.Objective}
 * @param targets what it wants to reach, at most one for each KPI
 */
public record Campaign(
    String campaignId,
    long version,
    LocalDate startDate,
    LocalDate endDate,
    String timeZone,
    String currency,
    List<Account> brandAccounts,
    int objective,
    List<CampaignTarget> targets) {

  /** Copies the lists. */
  public Campaign {
    brandAccounts = List.copyOf(brandAccounts);
    targets = List.copyOf(targets);
  }
}
