package dev.tributary.local.importing;

import dev.tributary.ingestion.v1.Cost;
import dev.tributary.ingestion.v1.CostKind;
import dev.tributary.ingestion.v1.CostState;
import dev.tributary.ingestion.v1.Observation;
import dev.tributary.runtime.api.ProtoTimes;
import dev.tributary.type.v1.Money;
import dev.tributary.type.v1.ProvenanceClass;
import java.util.List;
import java.util.stream.Stream;

/**
 * Rows of a list of costs. A later row of the same cost_id replaces its amount and state.
 *
 * @param cells reads times in the file's zone
 */
record CostRows(Cells cells) implements RowTable<Observation> {
  static final List<Field> FIELDS =
      Stream.of(
              List.of(
                  Field.required("cost_id", "1-64 of A-Z a-z 0-9 . _ : -", "fee-emily"),
                  Field.required("time", "when it was known", "2026-05-02"),
                  Field.required("amount", "amount in the currency", "500.00"),
                  Field.required("currency", "ISO 4217 code", "EUR"),
                  Field.optional("collaboration_id", "what it was spent on", "spring-glow-emily"),
                  Field.optional("campaign_id", "required without collaboration_id", ""),
                  Field.optional("post_id", "when known by post", ""),
                  Field.optional(
                      "kind",
                      "fee, product, shipping, production, boost, agency, platform, commission, "
                          + "usage_rights or other; blank is fee",
                      "fee"),
                  Field.optional("state", "committed, accrued or paid; blank is paid", "paid")),
              Sources.FIELDS)
          .flatMap(List::stream)
          .toList();

  @Override
  public Observation parse(CsvRow row) throws RowRejected {
    String currency = Cells.currency(row, "currency");
    Cost.Builder cost =
        Cost.newBuilder()
            .setCostId(row.require("cost_id"))
            .setCollaborationId(row.get("collaboration_id").orElse(""))
            .setCampaignId(row.get("campaign_id").orElse(""))
            .setPostId(row.get("post_id").orElse(""))
            .setKind(CostKind.COST_KIND_FEE)
            .setState(CostState.COST_STATE_PAID)
            .setAmount(
                Money.newBuilder()
                    .setCurrencyCode(currency)
                    .setMinorUnits(cells.requiredAmount(row, "amount", currency)));
    if (row.get("kind").isPresent()) {
      cost.setKind(Cells.name(row, "kind", CostKind.class, "COST_KIND_"));
    }
    if (row.get("state").isPresent()) {
      cost.setState(Cells.name(row, "state", CostState.class, "COST_STATE_"));
    }
    return Ids.identified(
        Observation.newBuilder()
            .setSource(Sources.of(row, ProvenanceClass.PROVENANCE_CLASS_MANUAL))
            .setObservedTime(ProtoTimes.toProto(cells.time(row, "time")))
            .setCost(cost));
  }
}
