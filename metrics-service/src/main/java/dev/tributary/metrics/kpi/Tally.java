package dev.tributary.metrics.kpi;

import dev.tributary.metrics.fact.ProvenanceClass;
import dev.tributary.metrics.measure.Amounts;
import dev.tributary.metrics.measure.Cell;
import dev.tributary.metrics.measure.Evidence;
import dev.tributary.metrics.measure.Grain;
import dev.tributary.metrics.measure.Measure;
import dev.tributary.metrics.measure.Unit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The units that one KPI is computed over.
 *
 * <p>A sum uses every unit of which something is known. A quotient uses only units of which all
 * inputs are completely known, so that its two sums are over the same things.
 *
 * @param formula the KPI's formula
 * @param grain what the units are
 * @param asked units that can have the KPI
 * @param used those behind the number
 * @param overheads campaigns as a whole, whose costs belong to all of them
 */
public record Tally(
    Formula formula, Grain grain, List<Unit> asked, List<Unit> used, List<Unit> overheads) {

  /** Chooses from the units of a group. */
  public static Tally of(Formula formula, List<Unit> units) {
    List<Unit> able =
        units.stream()
            .filter(unit -> unit.grain() == formula.grain())
            .filter(unit -> formula.inputs().stream().allMatch(unit.cells()::containsKey))
            .toList();
    List<Unit> asked =
        formula instanceof Formula.PerAccount perAccount
            ? Accounts.newestOfEach(perAccount.measure(), able)
            : able;
    boolean isQuotient = formula instanceof Formula.Quotient;
    List<Unit> used =
        asked.stream()
            .filter(unit -> isQuotient ? isComplete(formula, unit) : isKnown(formula, unit))
            .toList();
    List<Unit> overheads =
        isQuotient && used.isEmpty()
            ? List.of()
            : units.stream().filter(unit -> isOverhead(formula, unit)).toList();
    Grain grain = formula instanceof Formula.PerAccount ? Grain.ACCOUNT : formula.grain();
    return new Tally(formula, grain, asked, used, overheads);
  }

  /** An input alone, over the same units. */
  public Tally ofInput(Measure input) {
    return new Tally(new Formula.Total(input), grain, used, used, overheads);
  }

  /** An input of one of the units behind the number; of none when it makes no sense for it. */
  public Tally ofInput(Measure input, Unit unit) {
    List<Unit> able = unit.cell(input).isPresent() ? List.of(unit) : List.of();
    return new Tally(new Formula.Total(input), grain, able, able, List.of());
  }

  /** An input, added over the units behind the number. */
  public Amounts sum(Measure measure) {
    return Amounts.sum(behind().flatMap(unit -> number(unit, measure).stream()).toList());
  }

  /**
   * How many of the units asked for have everything; campaigns as a whole are no units of these.
   */
  public Coverage coverage() {
    long known = asked.stream().filter(unit -> isComplete(formula, unit)).count();
    return new Coverage(known, asked.size(), grain.plural());
  }

  /** Everything that any unit lacks. */
  public List<Missing> missing() {
    return Stream.concat(asked.stream(), overheads.stream())
        .flatMap(unit -> formula.inputs().stream().flatMap(input -> missing(unit, input)))
        .toList();
  }

  /** Whether any unit lacks anything. */
  boolean lacksAnything() {
    return !Stream.concat(asked.stream(), overheads.stream())
        .allMatch(unit -> formula.inputs().stream().allMatch(input -> isComplete(unit, input)));
  }

  /** Units behind the number, campaigns as a whole among them. */
  public Stream<Unit> behind() {
    return Stream.concat(used.stream(), overheads.stream().filter(unit -> isKnown(formula, unit)));
  }

  /** Units behind the number by the class of their weakest input. */
  SortedMap<ProvenanceClass, Long> provenance() {
    var shares = new TreeMap<ProvenanceClass, Long>();
    behind()
        .flatMap(unit -> weakest(unit).stream())
        .forEach(weakest -> shares.merge(weakest, 1L, Long::sum));
    return shares;
  }

  /** Definitions in force for any of them. */
  SortedSet<String> definitionIds() {
    var ids = new TreeSet<String>();
    behind().flatMap(this::evidence).forEach(evidence -> ids.addAll(evidence.definitionIds()));
    return ids;
  }

  /** Where a unit's inputs come from. */
  public Stream<Evidence> evidence(Unit unit) {
    return formula.inputs().stream()
        .flatMap(input -> unit.cell(input).stream())
        .map(Cell::evidence);
  }

  private Optional<ProvenanceClass> weakest(Unit unit) {
    return evidence(unit)
        .flatMap(evidence -> evidence.weakest().stream())
        .max(Comparator.naturalOrder());
  }

  private static Stream<Missing> missing(Unit unit, Measure input) {
    return unit.cell(input).stream()
        .flatMap(cell -> cell.gaps().stream().distinct())
        .map(gap -> new Missing(unit.id(), input, gap));
  }

  private static boolean isComplete(Formula formula, Unit unit) {
    return formula.inputs().stream().allMatch(input -> isComplete(unit, input));
  }

  /** A measure that makes no sense for a unit lacks nothing. */
  private static boolean isComplete(Unit unit, Measure measure) {
    return unit.cell(measure).map(Cell::isComplete).orElse(true);
  }

  private static boolean isKnown(Formula formula, Unit unit) {
    return formula.inputs().stream().anyMatch(input -> number(unit, input).isPresent());
  }

  private static boolean isOverhead(Formula formula, Unit unit) {
    return unit.grain() == Grain.CAMPAIGN
        && formula.inputs().stream().anyMatch(unit.cells()::containsKey);
  }

  private static Optional<Amounts> number(Unit unit, Measure measure) {
    return unit.cell(measure).flatMap(Cell::number);
  }
}
