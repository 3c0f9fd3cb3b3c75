package dev.tributary.metrics.kpi;

import dev.tributary.metrics.fact.Platform;
import dev.tributary.metrics.measure.Cell;
import dev.tributary.metrics.measure.Measure;
import dev.tributary.metrics.measure.Place;
import dev.tributary.metrics.measure.Unit;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Posts reduced to the accounts that published them. */
final class Accounts {
  private Accounts() {}

  /**
   * One post for each creator's account on a platform: the newest of which the measure is known, or
   * the newest of all. A post of no known creator stands for an account of its own.
   */
  static List<Unit> newestOfEach(Measure measure, List<Unit> posts) {
    Comparator<Unit> newestKnownLast =
        Comparator.comparing((Unit post) -> post.cell(measure).filter(Cell::isComplete).isPresent())
            .thenComparing(post -> post.publishTime().orElse(Instant.MIN))
            .thenComparing(Unit::id);
    Map<String, List<Unit>> byAccount =
        posts.stream()
            .collect(Collectors.groupingBy(Accounts::key, TreeMap::new, Collectors.toList()));
    return byAccount.values().stream()
        .map(Collection::stream)
        .flatMap(account -> account.max(newestKnownLast).stream())
        .toList();
  }

  private static String key(Unit post) {
    Optional<Place> place = post.places().stream().findFirst();
    String platform = place.flatMap(Place::platform).map(Platform::name).orElse("");
    return place
        .map(Place::creatorId)
        .filter(creatorId -> !creatorId.isEmpty())
        .map(creatorId -> "creator " + creatorId + " " + platform)
        .orElse("post " + post.id());
  }
}
