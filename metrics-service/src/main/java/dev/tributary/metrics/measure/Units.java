package dev.tributary.metrics.measure;

import dev.tributary.metrics.fact.AccountFact;
import dev.tributary.metrics.fact.CollaborationFact;
import dev.tributary.metrics.fact.CostFact;
import dev.tributary.metrics.fact.PostFact;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Makes the units of a question with the measures it needs. Every number of an answer, of rows and
 * total alike, is computed from one list made here.
 */
public final class Units {
  private final FactIndex index;
  private final Selection selection;
  private final MoneyTerms terms;

  /**
   * Units of these facts.
   *
   * @param selection which of them
   * @param terms how money is given
   */
  public Units(FactIndex index, Selection selection, MoneyTerms terms) {
    this.index = index;
    this.selection = selection;
    this.terms = terms;
  }

  /**
   * All units of the grains asked for, with measures as they are in the window.
   *
   * @param wanted measures by the grain that they are needed at; a measure of posts may be wanted
   *     for collaborations
   */
  public List<Unit> in(Window window, Map<Grain, Set<Measure>> wanted) {
    List<Unit> units = new ArrayList<>();
    wanted.forEach((grain, measures) -> addGrain(units, grain, measures, window));
    return List.copyOf(units);
  }

  private void addGrain(List<Unit> units, Grain grain, Set<Measure> measures, Window window) {
    switch (grain) {
      case POST ->
          index.facts().posts().stream()
              .filter(post -> selection.includes(index.place(post)))
              .forEach(post -> units.add(post(post, measures, window)));
      case COLLABORATION -> {
        index.facts().collaborations().stream()
            .filter(this::isExpected)
            .filter(collaboration -> selection.includes(index.place(collaboration)))
            .forEach(collaboration -> units.add(collaboration(collaboration, measures, window)));
        if (measures.contains(Measure.COST)) {
          index.campaignCosts().forEach((id, costs) -> addCampaign(units, id, costs, window));
        }
      }
      case ACCOUNT ->
          index.facts().accounts().forEach(account -> addAccount(units, account, measures, window));
      case CAMPAIGN -> throw new IllegalArgumentException("no measure lives on campaigns");
    }
  }

  /** One that never came about is only missed when it has something all the same. */
  private boolean isExpected(CollaborationFact collaboration) {
    return collaboration.agreed()
        || Stream.of(
                index.postsOf(collaboration),
                index.clicksOf(collaboration),
                index.creditsOf(collaboration),
                index.costsOf(collaboration))
            .anyMatch(facts -> !facts.isEmpty());
  }

  private Unit post(PostFact post, Set<Measure> measures, Window window) {
    return new Unit(
        Grain.POST,
        post.postId(),
        List.of(index.place(post)),
        post.publishTime(),
        cells(measures, measure -> PostMeasures.of(measure, post, window)));
  }

  private Unit collaboration(
      CollaborationFact collaboration, Set<Measure> measures, Window window) {
    CollaborationMeasures own =
        new CollaborationMeasures(window, terms, index.zoneOf(collaboration.campaignId()));
    return new Unit(
        Grain.COLLABORATION,
        collaboration.collaborationId(),
        List.of(index.place(collaboration)),
        Optional.empty(),
        cells(
            measures,
            measure ->
                measure.grain() == Grain.POST
                    ? Optional.of(ofItsPosts(measure, collaboration, window))
                    : Optional.of(
                        own.of(
                            measure,
                            index.pastSalesOf(collaboration),
                            index.clicksOf(collaboration),
                            index.creditsOf(collaboration),
                            index.costsOf(collaboration)))));
  }

  /** Known when it is known of every post that can have it, and there is at least one. */
  private Cell ofItsPosts(Measure measure, CollaborationFact collaboration, Window window) {
    List<Cell> cells =
        index.postsOf(collaboration).stream()
            .flatMap(post -> PostMeasures.of(measure, post, window).stream())
            .toList();
    return cells.isEmpty() ? Cell.missing(Gap.notCollected("no posts")) : Cell.sum(cells);
  }

  private void addCampaign(
      List<Unit> units, String campaignId, List<CostFact> costs, Window window) {
    Place place = Places.ofCampaign(campaignId);
    if (selection.includes(place)) {
      CollaborationMeasures own =
          new CollaborationMeasures(window, terms, index.zoneOf(Optional.of(campaignId)));
      Map<Measure, Cell> cells = Map.of(Measure.COST, own.cost(costs));
      units.add(new Unit(Grain.CAMPAIGN, campaignId, List.of(place), Optional.empty(), cells));
    }
  }

  private void addAccount(
      List<Unit> units, AccountFact account, Set<Measure> measures, Window window) {
    List<Place> places =
        Places.ofAccount(account.account(), index.campaignsOf(account.account())).stream()
            .filter(selection::includes)
            .toList();
    if (!places.isEmpty()) {
      Instant start = index.firstStartOf(account.account());
      units.add(
          new Unit(
              Grain.ACCOUNT,
              account.account().toString(),
              places,
              Optional.empty(),
              cells(
                  measures,
                  measure -> Optional.of(AccountMeasures.of(measure, account, window, start)))));
    }
  }

  private static Map<Measure, Cell> cells(
      Set<Measure> measures, Function<Measure, Optional<Cell>> cell) {
    Map<Measure, Cell> cells = new EnumMap<>(Measure.class);
    measures.forEach(measure -> cell.apply(measure).ifPresent(found -> cells.put(measure, found)));
    return cells;
  }
}
