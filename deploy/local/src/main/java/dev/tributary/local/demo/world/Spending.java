package dev.tributary.local.demo.world;

import dev.tributary.ingestion.v1.Cost;
import dev.tributary.ingestion.v1.CostKind;
import dev.tributary.ingestion.v1.CostState;
import dev.tributary.ingestion.v1.ExchangeRate;
import dev.tributary.ingestion.v1.Observation;
import dev.tributary.ingestion.v1.Source;
import dev.tributary.runtime.api.ProtoTimes;
import dev.tributary.type.v1.Money;
import dev.tributary.type.v1.ProvenanceClass;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What the campaigns cost, in two currencies, and what a euro cost on each day. */
final class Spending {
  /** The creators whose costs nobody has entered. */
  static final Set<Integer> COST_UNKNOWN = Set.of(7, 23);

  private static final double KRONOR_PER_EURO = 11.2;
  private static final long NANOS = 1_000_000_000L;

  private static final Source FINANCE =
      Source.newBuilder()
          .setProvenance(ProvenanceClass.PROVENANCE_CLASS_MANUAL)
          .setSystem("finance-sheet")
          .build();

  private Spending() {}

  /** The fee of every creator by collaboration, in minor units of the creator's currency. */
  static Map<String, Long> fees(List<DemoCreator> creators, long seed) {
    Chance chance = Chance.of(seed, "fees");
    Map<String, Long> fees = new TreeMap<>();
    for (DemoCreator creator : creators) {
      double euros = chance.around(creator.tier().feeEuros, 0.15);
      double units = creator.currency().equals("SEK") ? euros * KRONOR_PER_EURO : euros;
      fees.put(creator.collaborationId(), Math.round(units / 5) * 500);
    }
    return fees;
  }

  /** Costs of all creators but {@link #COST_UNKNOWN}: fee, product, for large ones a boost. */
  static List<Observation> costs(
      List<DemoCreator> creators, Map<String, Long> fees, Calendar calendar, long seed) {
    Chance chance = Chance.of(seed, "costs");
    List<Observation> costs = new ArrayList<>();
    for (DemoCreator creator : creators) {
      if (!COST_UNKNOWN.contains(creator.number())) {
        long fee = fees.getOrDefault(creator.collaborationId(), 0L);
        costs.add(cost(creator, CostKind.COST_KIND_FEE, CostState.COST_STATE_PAID, fee, calendar));
        costs.add(
            cost(
                creator,
                CostKind.COST_KIND_PRODUCT,
                CostState.COST_STATE_PAID,
                chance.between(20, 90) * 100L,
                calendar));
        if (creator.tier().compareTo(Tier.MID) >= 0) {
          costs.add(
              cost(
                  creator,
                  CostKind.COST_KIND_BOOST,
                  CostState.COST_STATE_ACCRUED,
                  fee / 5,
                  calendar));
        }
      }
    }
    return costs;
  }

  private static Observation cost(
      DemoCreator creator, CostKind kind, CostState state, long minor, Calendar calendar) {
    LocalDate start = creator.sells() ? calendar.salesStart() : calendar.awarenessStart();
    String name = kind.name().substring("COST_KIND_".length());
    String id = "cost:" + creator.id() + ":" + name;
    return Observation.newBuilder()
        .setObservationId(id)
        .setSource(FINANCE)
        .setObservedTime(ProtoTimes.toProto(start.atTime(12, 0).toInstant(ZoneOffset.UTC)))
        .setCost(
            Cost.newBuilder()
                .setCostId(id)
                .setCollaborationId(creator.collaborationId())
                .setKind(kind)
                .setState(state)
                .setAmount(
                    Money.newBuilder().setCurrencyCode(creator.currency()).setMinorUnits(minor)))
        .build();
  }

  /** Kronor per euro on every day of the demo. */
  static List<Observation> rates(Calendar calendar, long seed) {
    Chance chance = Chance.of(seed, "rates");
    List<Observation> rates = new ArrayList<>();
    LocalDate last = LocalDate.ofInstant(calendar.now(), ZoneOffset.UTC);
    for (LocalDate day = calendar.salesStart().minusDays(1);
        !day.isAfter(last);
        day = day.plusDays(1)) {
      Instant midnight = day.atStartOfDay().toInstant(ZoneOffset.UTC);
      rates.add(
          Observation.newBuilder()
              .setObservationId("rate:EUR:SEK:" + day)
              .setSource(FINANCE)
              .setObservedTime(ProtoTimes.toProto(midnight))
              .setExchangeRate(
                  ExchangeRate.newBuilder()
                      .setBaseCurrencyCode("EUR")
                      .setQuoteCurrencyCode("SEK")
                      .setDate(day.toString())
                      .setRateNanos(
                          Math.round((KRONOR_PER_EURO + chance.between(-0.15, 0.15)) * NANOS)))
              .build());
    }
    return rates;
  }
}
