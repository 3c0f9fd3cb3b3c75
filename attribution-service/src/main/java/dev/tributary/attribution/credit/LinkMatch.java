package dev.tributary.attribution.credit;

import dev.tributary.attribution.link.Link;
import dev.tributary.attribution.owner.Owner;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Which link a touch followed, as far as it can be told.
 *
 * @param status how sure
 * @param link the link; present only when FOUND
 */
public record LinkMatch(Status status, Optional<Link> link) {
  /** The touch names neither a link nor UTM parameters. */
  public static final LinkMatch NONE = new LinkMatch(Status.NONE, Optional.empty());

  /** How sure a link is. */
  public enum Status {
    /** The touch followed this link, or one of the same owner with the same UTM parameters. */
    FOUND,
    /** The touch names a link that does not exist. */
    UNKNOWN,
    /** The touch's UTM parameters fit links of several owners. */
    AMBIGUOUS,
    /** The touch's UTM parameters fit no link: another channel's. */
    UNMATCHED,
    /** The touch names neither a link nor UTM parameters. */
    NONE
  }

  /** The match of a touch that names its link. */
  public static LinkMatch byId(Optional<Link> link) {
    return new LinkMatch(link.isPresent() ? Status.FOUND : Status.UNKNOWN, link);
  }

  /**
   * The match of a touch that is known by its UTM parameters alone. Several links of one owner are
   * as good as one; the first by id stands for them.
   *
   * @param links all links with these parameters
   */
  public static LinkMatch byUtm(List<Link> links) {
    if (links.stream().map(Link::owner).distinct().count() > 1) {
      return new LinkMatch(Status.AMBIGUOUS, Optional.empty());
    }
    Optional<Link> first = links.stream().min(Comparator.comparing(Link::linkId));
    return new LinkMatch(first.isPresent() ? Status.FOUND : Status.UNMATCHED, first);
  }

  /** Whose link it is, if it is known and somebody's. */
  public Optional<Owner> owner() {
    return link.flatMap(Link::owner);
  }
}
