package dev.tributary.local.importing;

import dev.tributary.attribution.v1.CommissionCaps;
import dev.tributary.attribution.v1.CommissionRate;
import dev.tributary.attribution.v1.CommissionTerms;
import dev.tributary.attribution.v1.CommissionTiers;
import dev.tributary.attribution.v1.HoldingStart;
import dev.tributary.attribution.v1.Owner;
import dev.tributary.attribution.v1.TierBasis;
import dev.tributary.attribution.v1.TierMode;
import dev.tributary.runtime.api.ProtoTimes;
import java.util.List;

/**
 * Rows of a list of terms. A row is one version, from its start on.
 *
 * @param cells reads times in the file's zone
 */
record TermsRows(Cells cells) implements RowTable<CommissionTerms> {
  static final List<Field> FIELDS =
      List.of(
          Field.required("collaboration_id", "whose terms they are", "spring-glow-emily"),
          Field.required("creator_id", "its creator", "emily"),
          Field.required("campaign_id", "its campaign", "spring-glow"),
          Field.required("start_time", "from when on they hold", "2026-05-01T00:00:00+02:00"),
          Field.optional("time_zone", "IANA zone of months; blank is the shop's", "Europe/Berlin"),
          Field.optional("percent", "of net sales, 0-100, up to 2 decimals", "10"),
          Field.optional(
              "flats",
              "type=amount per conversion, joined by ';'",
              "lead=2.00 EUR;sign_up=1.00 EUR"),
          Field.optional(
              "tiers",
              "from=percent, joined by ';'; from is a month's net sales, or its conversions",
              "5000.00 EUR=12;20000.00 EUR=15"),
          Field.optional("tier_mode", "marginal, or retroactive for the whole month", "marginal"),
          Field.optional("order_cap", "most for one conversion, per currency", "50.00 EUR"),
          Field.optional("month_cap", "most in a month, per currency", "2000.00 EUR"),
          Field.optional("total_cap", "most ever, per currency", "10000.00 EUR"),
          Field.optional("first_purchases", "only the first so many of a customer", "3"),
          Field.optional("holding_days", "days before it may be paid, 0-365", "14"),
          Field.optional(
              "holding_start",
              "conversion, or last_posting to wait anew after a refund",
              "conversion"),
          Field.optional(
              "minimum_payout", "less is carried over, per currency, joined by ';'", "25.00 EUR"),
          Field.optional(
              "fees",
              "id=amount monthly, id=amount@day once; joined by ';'",
              "kick-off=200.00 EUR@2026-05-01"),
          Field.optional(
              "bonuses",
              "id=amount@net sales or conversions to be reached; joined by ';'",
              "hundred=150.00 EUR@100"));

  @Override
  public CommissionTerms parse(CsvRow row) throws RowRejected {
    TermsCells parts = new TermsCells(cells);
    CommissionTerms.Builder terms =
        CommissionTerms.newBuilder()
            .setOwner(
                Owner.newBuilder()
                    .setCollaborationId(row.require("collaboration_id"))
                    .setCreatorId(row.require("creator_id"))
                    .setCampaignId(row.require("campaign_id")))
            .setStartTime(ProtoTimes.toProto(cells.time(row, "start_time")))
            .setTimeZone(row.get("time_zone").orElse(""))
            .setFirstPurchases(small(row, "first_purchases"))
            .setHoldingDays(small(row, "holding_days"))
            .addAllMinimumPayouts(parts.amounts(row, "minimum_payout"))
            .addAllFees(parts.fees(row))
            .addAllBonuses(parts.bonuses(row));
    CommissionRate rate = parts.rate(row);
    if (!rate.equals(CommissionRate.getDefaultInstance())) {
      terms.setRate(rate);
    }
    if (row.get("tiers").isPresent()) {
      terms.setTiers(tiers(row, parts));
    }
    CommissionCaps caps =
        CommissionCaps.newBuilder()
            .addAllOrder(parts.amounts(row, "order_cap"))
            .addAllMonth(parts.amounts(row, "month_cap"))
            .addAllTotal(parts.amounts(row, "total_cap"))
            .build();
    if (!caps.equals(CommissionCaps.getDefaultInstance())) {
      terms.setCaps(caps);
    }
    if (row.get("holding_start").isPresent()) {
      terms.setHoldingStart(Cells.name(row, "holding_start", HoldingStart.class, "HOLDING_START_"));
    }
    return terms.build();
  }

  private static CommissionTiers tiers(CsvRow row, TermsCells parts) throws RowRejected {
    CommissionTiers.Builder tiers = CommissionTiers.newBuilder().addAllTiers(parts.tiers(row));
    tiers.setBasis(
        tiers.getTiers(0).hasFromSales()
            ? TierBasis.TIER_BASIS_NET_SALES
            : TierBasis.TIER_BASIS_CONVERSIONS);
    if (row.get("tier_mode").isPresent()) {
      tiers.setMode(Cells.name(row, "tier_mode", TierMode.class, "TIER_MODE_"));
    }
    return tiers.build();
  }

  /** What is no 32-bit number is refused by the service as one out of range. */
  private static int small(CsvRow row, String field) throws RowRejected {
    return (int) Math.min(Cells.count(row, field).orElse(0), Integer.MAX_VALUE);
  }
}
