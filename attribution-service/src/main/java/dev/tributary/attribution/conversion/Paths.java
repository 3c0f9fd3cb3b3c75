package dev.tributary.attribution.conversion;

import dev.tributary.attribution.credit.LinkMatch;
import dev.tributary.attribution.credit.SeenTouch;
import dev.tributary.attribution.link.Link;
import dev.tributary.attribution.link.Links;
import dev.tributary.attribution.link.UtmKey;
import dev.tributary.attribution.touch.Touch;
import dev.tributary.attribution.touch.Touches;
import dev.tributary.runtime.identity.PersonKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** Finds the touches of the persons behind conversions, each with the link it followed. */
public final class Paths {
  /**
   * How far back touches are looked at: further than any window, so that an explanation shows those
   * just missed.
   */
  private static final Duration LOOKED_AT_BEFORE = Duration.ofDays(90);

  /**
   * How long after a conversion touches are shown, which explain why a sale was expected to be
   * credited.
   */
  private static final Duration LOOKED_AT_AFTER = Duration.ofDays(1);

  private final Touches touches;
  private final Links links;

  /** Reads touches and links of one database. */
  public Paths(Touches touches, Links links) {
    this.touches = touches;
    this.links = links;
  }

  /** The touches of each conversion's person, in no order, by the conversion's key. */
  Map<ConversionKey, List<SeenTouch>> of(
      Handle handle, String workspace, Collection<Conversion> conversions) {
    List<Touch> all = touches(handle, workspace, conversions);
    if (all.isEmpty()) {
      return Map.of();
    }
    TouchIndex index = new TouchIndex(all);
    LinkIndex linkIndex = linkIndex(handle, workspace, all);
    Map<ConversionKey, List<SeenTouch>> paths = new HashMap<>();
    for (Conversion conversion : conversions) {
      paths.put(conversion.key(), path(conversion, index.of(conversion), linkIndex));
    }
    return paths;
  }

  private static List<SeenTouch> path(
      Conversion conversion, Collection<Touch> found, LinkIndex links) {
    Instant from = conversion.time().minus(LOOKED_AT_BEFORE);
    Instant to = conversion.time().plus(LOOKED_AT_AFTER);
    return found.stream()
        .filter(touch -> !touch.eventTime().isBefore(from) && !touch.eventTime().isAfter(to))
        .map(touch -> new SeenTouch(touch, links.match(touch)))
        .toList();
  }

  private List<Touch> touches(Handle handle, String workspace, Collection<Conversion> conversions) {
    Set<PersonKey> persons = new HashSet<>();
    Set<String> clickIds = new HashSet<>();
    Instant first = Instant.MAX;
    Instant last = Instant.MIN;
    for (Conversion conversion : conversions) {
      conversion.visitor().ifPresent(persons::add);
      conversion.customer().ifPresent(persons::add);
      conversion.clickId().ifPresent(clickIds::add);
      first = conversion.time().isBefore(first) ? conversion.time() : first;
      last = conversion.time().isAfter(last) ? conversion.time() : last;
    }
    if (persons.isEmpty() && clickIds.isEmpty()) {
      return List.of();
    }
    return touches.forPersons(
        handle,
        workspace,
        persons,
        clickIds,
        first.minus(LOOKED_AT_BEFORE),
        last.plus(LOOKED_AT_AFTER));
  }

  private LinkIndex linkIndex(Handle handle, String workspace, List<Touch> all) {
    Set<String> linkIds = new HashSet<>();
    Set<UtmKey> utmKeys = new HashSet<>();
    for (Touch touch : all) {
      touch.linkId().ifPresent(linkIds::add);
      touch.utm().flatMap(UtmKey::of).ifPresent(utmKeys::add);
    }
    return new LinkIndex(
        links.byIds(handle, workspace, linkIds), links.byUtmKeys(handle, workspace, utmKeys));
  }

  /** Links by what touches know of them. */
  private record LinkIndex(Map<String, Link> byId, Map<UtmKey, List<Link>> byUtm) {
    LinkMatch match(Touch touch) {
      if (touch.linkId().isPresent()) {
        return LinkMatch.byId(Optional.ofNullable(byId.get(touch.linkId().get())));
      }
      Optional<UtmKey> utmKey = touch.utm().flatMap(UtmKey::of);
      return utmKey.isPresent()
          ? LinkMatch.byUtm(byUtm.getOrDefault(utmKey.get(), List.of()))
          : LinkMatch.NONE;
    }
  }
}
