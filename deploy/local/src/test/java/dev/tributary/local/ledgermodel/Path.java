package dev.tributary.local.ledgermodel;

import dev.tributary.attribution.v1.CandidateDecision;
import dev.tributary.attribution.v1.Conversion;
import dev.tributary.attribution.v1.Link;
import dev.tributary.attribution.v1.Owner;
import dev.tributary.attribution.v1.Touch;
import dev.tributary.attribution.v1.TouchBelonging;
import dev.tributary.attribution.v1.TouchValidity;
import dev.tributary.attribution.v1.UtmParameters;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The touches that an order is judged on. */
final class Path {
  static final Duration WINDOW = Duration.ofDays(30);
  static final Duration LOOKED_BACK = Duration.ofDays(90);
  static final Duration LOOKED_AHEAD = Duration.ofDays(1);
  static final Duration REATTRIBUTION = Duration.ofDays(7);

  private Path() {}

  /** The touches of the order's person among what is known, newest first. */
  static List<Seen> of(Fact.Ordered ordered, List<Fact> known) {
    Conversion order = ordered.order();
    Identities identities = Identities.of(ordered, known);
    return known.stream()
        .filter(Fact.Touched.class::isInstance)
        .map(Fact.Touched.class::cast)
        .filter(touched -> !touched.at().isAfter(ordered.at().plus(REATTRIBUTION)))
        .filter(touched -> identities.belonging(touched.touch()).isPresent())
        .filter(touched -> isLookedAt(before(touched.touch(), order)))
        .sorted(
            Comparator.comparing((Fact.Touched each) -> time(each.touch()))
                .thenComparing(each -> each.touch().getTouchId())
                .reversed())
        .map(
            touched ->
                seen(touched, identities.belonging(touched.touch()).orElseThrow(), ordered, known))
        .toList();
  }

  private static boolean isLookedAt(Duration before) {
    return before.compareTo(LOOKED_BACK) <= 0 && before.compareTo(LOOKED_AHEAD.negated()) >= 0;
  }

  private static Seen seen(
      Fact.Touched touched, TouchBelonging belongsBy, Fact.Ordered ordered, List<Fact> known) {
    Touch touch = touched.touch();
    Conversion order = ordered.order();
    Instant both = touched.at().isAfter(ordered.at()) ? touched.at() : ordered.at();
    List<Link> links =
        known.stream()
            .filter(Fact.Linked.class::isInstance)
            .map(Fact.Linked.class::cast)
            .filter(linked -> !linked.at().isAfter(both))
            .map(Fact.Linked::link)
            .filter(link -> isOn(touch, link))
            .toList();
    boolean resolved = isResolved(touch, links);
    Set<CandidateDecision> against = EnumSet.noneOf(CandidateDecision.class);
    Duration before = before(touch, order);
    if (before.isNegative()) {
      against.add(CandidateDecision.CANDIDATE_DECISION_AFTER_CONVERSION);
    }
    if (before.compareTo(WINDOW) > 0) {
      against.add(CandidateDecision.CANDIDATE_DECISION_OUTSIDE_WINDOW);
    }
    if (touch.getValidity() != TouchValidity.TOUCH_VALIDITY_UNSPECIFIED) {
      against.add(CandidateDecision.CANDIDATE_DECISION_NOT_A_PERSON);
    }
    if (touch.getTest() && !order.getTest()) {
      against.add(CandidateDecision.CANDIDATE_DECISION_TEST);
    }
    if (!resolved) {
      against.add(CandidateDecision.CANDIDATE_DECISION_LINK_UNRESOLVED);
    }
    Optional<Link> link = resolved ? links.stream().findFirst() : Optional.empty();
    return new Seen(
        touch,
        belongsBy,
        link.map(Link::getLinkId).orElse(""),
        link.filter(Link::hasOwner).map(Link::getOwner),
        against);
  }

  private static boolean isOn(Touch touch, Link link) {
    if (!touch.getLinkId().isEmpty()) {
      return touch.getLinkId().equals(link.getLinkId());
    }
    return touch.hasUtm() && folded(touch.getUtm()).equals(folded(link.getUtm()));
  }

  /** A link that is named must be known; parameters may fit none, but not links of several. */
  private static boolean isResolved(Touch touch, List<Link> links) {
    return touch.getLinkId().isEmpty()
        ? links.stream().map(Link::getOwner).distinct().count() <= 1
        : !links.isEmpty();
  }

  private static List<String> folded(UtmParameters utm) {
    return List.of(
            utm.getSource(),
            utm.getMedium(),
            utm.getCampaign(),
            utm.getTerm(),
            utm.getContent(),
            utm.getId())
        .stream()
        .map(each -> each.strip().toLowerCase(Locale.ROOT))
        .toList();
  }

  private static Duration before(Touch touch, Conversion order) {
    return Duration.between(time(touch), Moments.of(order.getConversionTime()));
  }

  private static Instant time(Touch touch) {
    return Moments.of(touch.getEventTime());
  }

  /**
   * A touch as an order sees it.
   *
   * @param belongsBy how it is one of the order's person
   * @param linkId empty when no link is found
   * @param owner of the link
   * @param against why it cannot be credited, whoever else there is
   */
  record Seen(
      Touch touch,
      TouchBelonging belongsBy,
      String linkId,
      Optional<Owner> owner,
      Set<CandidateDecision> against) {
    boolean counts() {
      return against.isEmpty();
    }
  }
}
