package dev.tributary.metrics.fact;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/**
 * A campaign of the catalogue, archived or not.
 *
 * @param campaignId its id
 * @param startDate first day, in {@code zone}
 * @param endDate last day, inclusive, in {@code zone}
 * @param zone cuts the campaign's days
 * @param currency ISO 4217 currency that its money is reported in
 * @param brandAccounts the brand's accounts whose followers are measured, each once
 */
public record CampaignFact(
    String campaignId,
    LocalDate startDate,
    LocalDate endDate,
    ZoneId zone,
    String currency,
    List<AccountKey> brandAccounts) {

  /** Keeps the accounts unchangeable. */
  public CampaignFact {
    brandAccounts = List.copyOf(brandAccounts);
  }
}
