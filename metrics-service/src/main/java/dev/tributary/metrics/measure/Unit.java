package dev.tributary.metrics.measure;

import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One post, collaboration, account or campaign with the measures that were asked for.
 *
 * @param grain what it is
 * @param id its id
 * @param places where it belongs; several only for an account that several campaigns name
 * @param publishTime when a post was published, if known
 * @param cells its measures; one that makes no sense for it is absent
 */
public record Unit(
    Grain grain,
    String id,
    List<Place> places,
    Optional<Instant> publishTime,
    Map<Measure, Cell> cells) {

  /** Keeps places and measures unchangeable. */
  public Unit {
    places = List.copyOf(places);
    var byMeasure = new EnumMap<Measure, Cell>(Measure.class);
    byMeasure.putAll(cells);
    cells = Collections.unmodifiableMap(byMeasure);
  }

  /** The measure, if it makes sense for the unit. */
  public Optional<Cell> cell(Measure measure) {
    return Optional.ofNullable(cells.get(measure));
  }
}
