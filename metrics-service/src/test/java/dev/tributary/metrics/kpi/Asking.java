package dev.tributary.metrics.kpi;

import dev.tributary.metrics.fact.Facts;
import dev.tributary.metrics.fact.FactsBuilder;
import dev.tributary.metrics.fact.TimeRange;
import dev.tributary.metrics.measure.Dimension;
import dev.tributary.metrics.measure.FactIndex;
import dev.tributary.metrics.measure.MoneyTerms;
import dev.tributary.metrics.measure.Selection;
import dev.tributary.metrics.measure.Unit;
import dev.tributary.metrics.measure.Units;
import dev.tributary.metrics.measure.Window;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A question to the engine, as tests put it.
 *
 * @param facts what is known
 * @param selection what is asked about
 * @param window growth in a range, or the newest values
 * @param currency the currency wished for
 */
public record Asking(Facts facts, Selection selection, Window window, Optional<String> currency) {

  /** For the newest values of everything, without a wish for a currency. */
  public static Asking of(Facts facts) {
    return new Asking(facts, Selection.ALL, Window.NEWEST, Optional.empty());
  }

  public static Asking of(FactsBuilder facts) {
    return of(facts.build());
  }

  public Asking within(String start, String end) {
    return within(new TimeRange(Instant.parse(start), Instant.parse(end)));
  }

  public Asking within(TimeRange range) {
    return new Asking(facts, selection, Window.of(range, ZoneOffset.UTC), currency);
  }

  public Asking in(String code) {
    return new Asking(facts, selection, window, Optional.of(code));
  }

  public Asking about(Selection part) {
    return new Asking(facts, part, window, currency);
  }

  /** The KPI over everything. */
  public Measured total(String kpiId) {
    return table(List.of(kpiId)).total().values().get(0);
  }

  /** The figure of the KPI over everything. */
  public Figure figure(String kpiId) {
    return total(kpiId).figure().orElseThrow();
  }

  public KpiTable table(List<String> kpiIds, Dimension... dimensions) {
    List<KpiDefinition> kpis = kpis(kpiIds);
    return KpiTable.of(engine(), kpis, Set.of(dimensions), units(kpis));
  }

  public List<Row> rows(String kpiId, Dimension... dimensions) {
    return table(List.of(kpiId), dimensions).rows();
  }

  public List<Unit> units(List<KpiDefinition> kpis) {
    return new Units(new FactIndex(facts), selection, terms())
        .in(window, KpiEngine.measuresOf(kpis));
  }

  public KpiEngine engine() {
    return new KpiEngine(terms().currency());
  }

  public static List<KpiDefinition> kpis(List<String> kpiIds) {
    return kpiIds.stream().map(id -> KpiCatalogue.find(id).orElseThrow()).toList();
  }

  /** Ids of every KPI. */
  public static Stream<String> everyKpi() {
    return KpiCatalogue.ALL.stream().map(KpiDefinition::id);
  }

  private MoneyTerms terms() {
    return currency
        .map(code -> MoneyTerms.in(code, facts))
        .orElseGet(() -> MoneyTerms.without(facts));
  }
}
