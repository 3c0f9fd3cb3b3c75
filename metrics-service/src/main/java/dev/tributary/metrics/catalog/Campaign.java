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
 */
public record Campaign(
    String campaignId,
    long version,
    LocalDate startDate,
    LocalDate endDate,
    String timeZone,
    String currency,
    List<Account> brandAccounts) {

  /** Copies the accounts. */
  public Campaign {
    brandAccounts = List.copyOf(brandAccounts);
  }
}
