package dev.tributary.local.importing;

import dev.tributary.ingestion.v1.Campaign;
import dev.tributary.ingestion.v1.KpiTarget;
import dev.tributary.ingestion.v1.PutCampaign;
import dev.tributary.type.v1.Money;
import dev.tributary.type.v1.Objective;
import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Rows of a list of campaigns. A campaign that is there already is replaced as a whole.
 *
 * @param cells reads amounts
 */
record CampaignRows(Cells cells) implements RowTable<PutCampaign> {
  static final List<Field> FIELDS =
      List.of(
          Field.required("campaign_id", "1-64 of A-Z a-z 0-9 . _ : -", "spring-glow"),
          Field.required("name", "1-200 characters", "Spring Glow"),
          Field.required("objective", "awareness, sales or content", "sales"),
          Field.required("start_date", "YYYY-MM-DD, first day", "2026-05-01"),
          Field.required("end_date", "YYYY-MM-DD, last day, inclusive", "2026-05-31"),
          Field.required("time_zone", "IANA zone that cuts the days", "Europe/Berlin"),
          Field.required("currency", "ISO 4217 code", "EUR"),
          Field.optional("budget", "amount in the currency", "25000.00"),
          Field.optional(
              "targets",
              "KPI=value; joined by ';': a count, a ratio with 'x' or '%', or money as it is spent",
              "impressions=500000;roas=4.0x;revenue=40000.00 EUR"),
          Field.optional("brand_accounts", "platform:handle, joined by ';'", "instagram:glowlab"),
          Field.optional("competitors", "names, joined by ';'", "Radiant;Aura"));

  private static final Pattern TARGET =
      Pattern.compile("\\s*([a-z0-9_.]+)\\s*=\\s*([0-9.]+)\\s*(x|%|[A-Z]{3})?\\s*");

  private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);
  private static final BigDecimal MILLIONTHS_PER_PERCENT = BigDecimal.valueOf(10_000);

  @Override
  public PutCampaign parse(CsvRow row) throws RowRejected {
    String currency = Cells.currency(row, "currency");
    Campaign.Builder campaign =
        Campaign.newBuilder()
            .setCampaignId(row.require("campaign_id"))
            .setDisplayName(row.require("name"))
            .setObjective(Cells.name(row, "objective", Objective.class, "OBJECTIVE_"))
            .setStartDate(row.require("start_date"))
            .setEndDate(row.require("end_date"))
            .setTimeZone(row.require("time_zone"))
            .setCurrencyCode(currency)
            .addAllCompetitorBrands(row.list("competitors"));
    cells.amount(row, "budget", currency).ifPresent(campaign::setBudgetMinor);
    for (String target : row.list("targets")) {
      campaign.addTargets(target(target));
    }
    for (String account : row.list("brand_accounts")) {
      campaign.addBrandAccounts(Accounts.parse("brand_accounts", account));
    }
    return PutCampaign.newBuilder().setCampaign(campaign).build();
  }

  private static KpiTarget target(String text) throws RowRejected {
    Matcher parts = TARGET.matcher(text);
    if (!parts.matches()) {
      throw RowRejected.malformed("targets", text, "for example roas=4.0x");
    }
    KpiTarget.Builder target = KpiTarget.newBuilder().setKpiId(parts.group(1));
    String unit = parts.group(3) == null ? "" : parts.group(3);
    try {
      return switch (unit) {
        case "" -> target.setCount(Long.parseLong(parts.group(2))).build();
        case "x" -> target.setRatioMillionths(millionths(parts.group(2), MILLION)).build();
        case "%" ->
            target.setRatioMillionths(millionths(parts.group(2), MILLIONTHS_PER_PERCENT)).build();
        default ->
            target
                .setMoney(
                    Money.newBuilder()
                        .setCurrencyCode(unit)
                        .setMinorUnits(Cells.amount("targets", parts.group(2), unit)))
                .build();
      };
    } catch (NumberFormatException | ArithmeticException unreadable) {
      throw RowRejected.malformed("targets", text, "a whole count, or a ratio such as 4.0x");
    }
  }

  private static long millionths(String number, BigDecimal scale) {
    return new BigDecimal(number).multiply(scale).longValueExact();
  }
}
