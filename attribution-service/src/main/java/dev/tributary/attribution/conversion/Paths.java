package dev.tributary.attribution.conversion;

import dev.tributary.attribution.credit.LinkMatch;
import dev.tributary.attribution.credit.SeenTouch;
import dev.tributary.attribution.identity.Belonging;
import dev.tributary.attribution.identity.Cluster;
import dev.tributary.attribution.identity.Identities;
import dev.tributary.attribution.link.Link;
import dev.tributary.attribution.link.Links;
import dev.tributary.attribution.link.UtmKey;
import dev.tributary.attribution.touch.Touch;
import dev.tributary.attribution.touch.TouchSearch;
import dev.tributary.attribution.touch.Touches;
import java.time.Duration;
import java.util.ArrayList;
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
  public static final Duration LOOKED_AT_BEFORE = Duration.ofDays(90);

  /**
   * How long after a conversion touches are shown, which explain why a sale was expected to be
   * credited.
   */
  public static final Duration LOOKED_AT_AFTER = Duration.ofDays(1);

  private final Identities identities;
  private final Touches touches;
  private final Links links;

  /** Reads persons, touches and links of one database. */
  public Paths(Identities identities, Touches touches, Links links) {
    this.identities = identities;
    this.touches = touches;
    this.links = links;
  }

  /**
   * The touches of each conversion's person, in no order, by the conversion's key: those of the
   * customer, of every visitor while it was the customer, of the conversion's own visitor unless it
   * was somebody else then, and the one that the checkout carried.
   */
  Map<ConversionKey, List<SeenTouch>> of(
      Handle handle, String workspace, Collection<PathSubject> subjects) {
    List<PathSubject> somebody = subjects.stream().filter(PathSubject::isSomebody).toList();
    List<Cluster> persons =
        identities.clusters(
            handle, workspace, somebody.stream().map(PathSubject::clusterSearch).toList());
    List<TouchSearch> searches = new ArrayList<>();
    for (int i = 0; i < somebody.size(); i++) {
      searches.add(somebody.get(i).search(persons.get(i)));
    }
    List<Set<Touch>> found = touches.find(handle, workspace, searches);
    LinkIndex linkIndex = linkIndex(handle, workspace, found);
    Map<ConversionKey, List<SeenTouch>> paths = new HashMap<>();
    for (int i = 0; i < somebody.size(); i++) {
      PathSubject subject = somebody.get(i);
      Cluster person = persons.get(i);
      paths.put(
          subject.conversion().key(),
          found.get(i).stream()
              .map(
                  touch ->
                      new SeenTouch(
                          touch, linkIndex.match(subject, touch), belonging(person, touch)))
              .toList());
    }
    return paths;
  }

  private static Belonging belonging(Cluster person, Touch touch) {
    return person.belonging(touch.personKey(), touch.customerKey(), touch.eventTime());
  }

  private LinkIndex linkIndex(Handle handle, String workspace, List<Set<Touch>> found) {
    Set<String> linkIds = new HashSet<>();
    Set<UtmKey> utmKeys = new HashSet<>();
    for (Set<Touch> path : found) {
      for (Touch touch : path) {
        touch.linkId().ifPresent(linkIds::add);
        touch.utm().flatMap(UtmKey::of).ifPresent(utmKeys::add);
      }
    }
    return new LinkIndex(
        links.byIds(handle, workspace, linkIds), links.byUtmKeys(handle, workspace, utmKeys));
  }

  /** Links by what touches know of them. */
  private record LinkIndex(Map<String, Link> byId, Map<UtmKey, List<Link>> byUtm) {
    LinkMatch match(PathSubject subject, Touch touch) {
      if (touch.linkId().isPresent()) {
        return LinkMatch.byId(
            Optional.ofNullable(byId.get(touch.linkId().get()))
                .filter(link -> subject.knows(link, touch)));
      }
      Optional<UtmKey> utmKey = touch.utm().flatMap(UtmKey::of);
      return utmKey.isPresent()
          ? LinkMatch.byUtm(
              byUtm.getOrDefault(utmKey.get(), List.of()).stream()
                  .filter(link -> subject.knows(link, touch))
                  .toList())
          : LinkMatch.NONE;
    }
  }
}
