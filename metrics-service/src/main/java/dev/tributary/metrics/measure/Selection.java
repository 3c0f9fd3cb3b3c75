package dev.tributary.metrics.measure;

import dev.tributary.metrics.fact.ContentFormat;
import dev.tributary.metrics.fact.FactFilter;
import dev.tributary.metrics.fact.Platform;
import java.util.Set;

/**
 * The part of a filter that units are chosen by, after all facts of their collaborations are known.
 * A collaboration belongs to a platform, format or post only when all of its posts do; so a filter
 * for one platform gives what the group of that platform shows.
 *
 * @param platforms platforms; none for all
 * @param formats formats; none for all
 * @param postIds posts; none for all
 */
public record Selection(Set<Platform> platforms, Set<ContentFormat> formats, Set<String> postIds) {
  /** Everything. */
  public static final Selection ALL = new Selection(Set.of(), Set.of(), Set.of());

  /** What a filter chooses units by. */
  public static Selection of(FactFilter filter) {
    return new Selection(filter.platforms(), filter.formats(), filter.postIds());
  }

  /** Whether a unit at this place is asked for. */
  public boolean includes(Place place) {
    return (platforms.isEmpty() || place.platform().filter(platforms::contains).isPresent())
        && (formats.isEmpty() || place.format().filter(formats::contains).isPresent())
        && (postIds.isEmpty() || postIds.contains(place.postId()));
  }
}
