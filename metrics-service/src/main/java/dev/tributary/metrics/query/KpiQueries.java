package dev.tributary.metrics.query;

import dev.tributary.metrics.explain.Explainer;
import dev.tributary.metrics.explain.Explanation;
import dev.tributary.metrics.fact.CampaignFact;
import dev.tributary.metrics.fact.Facts;
import dev.tributary.metrics.fact.TimeRange;
import dev.tributary.metrics.fault.Fault;
import dev.tributary.metrics.fault.Faults;
import dev.tributary.metrics.kpi.KpiDefinition;
import dev.tributary.metrics.kpi.KpiEngine;
import dev.tributary.metrics.kpi.KpiTable;
import dev.tributary.metrics.measure.FactIndex;
import dev.tributary.metrics.measure.MoneyTerms;
import dev.tributary.metrics.measure.Selection;
import dev.tributary.metrics.measure.Units;
import dev.tributary.metrics.measure.Window;
import dev.tributary.metrics.query.FactReader.Seen;
import dev.tributary.metrics.query.FactReader.SeenDays;
import dev.tributary.metrics.series.Series;
import dev.tributary.metrics.series.SeriesResult;
import java.time.Clock;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** Answers questions: reads the facts, makes the units, hands them to the engine. */
public final class KpiQueries {
  private final FactReader reader;
  private final Clock clock;

  /**
   * Answers from these facts.
   *
   * @param clock tells which stories have ended
   */
  public KpiQueries(FactReader reader, Clock clock) {
    this.reader = reader;
    this.clock = clock;
  }

  /** KPIs by group and in total; the rows in no particular order. */
  public Answer<KpiTable> table(TableQuestion asked) {
    Question question = asked.question();
    Seen seen = reader.read(question.filter(), asked.range());
    Setting setting = Setting.of(question, seen.facts());
    Window window = window(question, asked.range(), seen.facts());
    List<KpiDefinition> kpis = question.kpis();
    KpiTable table =
        KpiTable.of(
            setting.engine(),
            kpis,
            asked.dimensions(),
            setting.units().in(window, KpiEngine.measuresOf(kpis)));
    return new Answer<>(table, setting.engine().currency(), seen.asOf());
  }

  /** KPIs by day. */
  public Answer<SeriesResult> series(SeriesQuestion asked) {
    Question question = asked.question();
    SeenDays seen = reader.readDays(question.filter(), asked::days);
    Setting setting = Setting.of(question, seen.seen().facts());
    SeriesResult result =
        new SeriesResult(
            seen.days(),
            Series.of(setting.engine(), question.kpis(), setting.units(), seen.days()));
    return new Answer<>(result, setting.engine().currency(), seen.seen().asOf());
  }

  /** One KPI opened: the first of the question. */
  public Answer<Explanation> explain(Question question, Optional<TimeRange> range) {
    Seen seen = reader.read(question.filter(), range);
    Setting setting = Setting.of(question, seen.facts());
    Window window = window(question, range, seen.facts());
    KpiDefinition kpi = question.kpis().get(0);
    Explanation explanation =
        Explainer.of(
            setting.engine(),
            kpi,
            setting.units().in(window, KpiEngine.measuresOf(question.kpis())));
    return new Answer<>(explanation, setting.engine().currency(), seen.asOf());
  }

  /** Faults in the data, in their order. */
  public Answer<List<Fault>> faults(FaultQuestion question) {
    Seen seen = reader.read(question.filter(), Optional.empty());
    List<Fault> faults =
        Faults.of(
            new FactIndex(seen.facts()),
            Selection.of(question.filter()),
            question.kinds(),
            clock.instant());
    return new Answer<>(faults, Optional.empty(), seen.asOf());
  }

  /** Reasons name moments in the zone of the only campaign asked for. */
  private static Window window(Question question, Optional<TimeRange> range, Facts facts) {
    ZoneId zone =
        facts.campaigns().stream()
            .filter(campaign -> question.filter().campaignIds().size() == 1)
            .filter(campaign -> question.filter().campaignIds().contains(campaign.campaignId()))
            .map(CampaignFact::zone)
            .findFirst()
            .orElse(ZoneOffset.UTC);
    return range.map(asked -> Window.of(asked, zone)).orElse(Window.NEWEST);
  }

  /**
   * What a question is answered with.
   *
   * @param engine computes values
   * @param units makes units
   */
  private record Setting(KpiEngine engine, Units units) {
    static Setting of(Question question, Facts facts) {
      MoneyTerms terms =
          question
              .currency()
              .map(currency -> MoneyTerms.in(currency, facts))
              .orElseGet(() -> MoneyTerms.without(facts));
      Selection selection = Selection.of(question.filter());
      return new Setting(
          new KpiEngine(terms.currency()), new Units(new FactIndex(facts), selection, terms));
    }
  }
}
