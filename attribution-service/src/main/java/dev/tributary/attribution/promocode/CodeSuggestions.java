package dev.tributary.attribution.promocode;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Codes given out to creators in rounds, so that everybody has a good first one before anybody has
 * a second; within a round the earlier wish chooses first. No two that are given out look alike,
 * and none looks like a code that exists.
 */
final class CodeSuggestions {
  private final List<CodeQueue> queues;
  private final Function<Set<String>, Set<String>> takenAmong;

  /** Skeletons given out. */
  private final Set<String> used = new HashSet<>();

  /** Whether a skeleton is some code's, as far as it was asked. */
  private final Map<String, Boolean> taken = new HashMap<>();

  /** Skeletons of codes, which many wishes of one name share. */
  private final Map<String, String> skeletons = new HashMap<>();

  private CodeSuggestions(List<CodeWish> wishes, Function<Set<String>, Set<String>> takenAmong) {
    this.queues = wishes.stream().map(wish -> new CodeQueue(CodeNames.of(wish))).toList();
    this.takenAmong = takenAmong;
  }

  /**
   * Codes for each wish, best first; fewer than wanted only when a name has no free one left.
   *
   * @param countMax codes for each
   * @param takenAmong which of some skeletons a code already has; asked for many at a time
   */
  static List<List<String>> of(
      List<CodeWish> wishes, int countMax, Function<Set<String>, Set<String>> takenAmong) {
    CodeSuggestions suggestions = new CodeSuggestions(wishes, takenAmong);
    List<List<String>> given = new ArrayList<>();
    wishes.forEach(wish -> given.add(new ArrayList<>()));
    for (int round = 0; round < countMax; round++) {
      suggestions.lookUp(suggestions.queues);
      for (int i = 0; i < given.size(); i++) {
        suggestions.firstFree(suggestions.queues.get(i)).ifPresent(given.get(i)::add);
      }
    }
    return given;
  }

  private Optional<String> firstFree(CodeQueue queue) {
    for (Optional<String> next = queue.poll(); next.isPresent(); next = queue.poll()) {
      String skeleton = skeleton(next.get());
      if (!taken.getOrDefault(skeleton, false) && used.add(skeleton)) {
        return next;
      }
      if (queue.isEmpty()) {
        lookUp(List.of(queue));
      }
    }
    return Optional.empty();
  }

  /** Lets the queues look ahead, and asks at once for all that nobody asked for before. */
  private void lookUp(Collection<CodeQueue> wanting) {
    Set<String> unknown = new LinkedHashSet<>();
    for (CodeQueue queue : wanting) {
      queue.lookAhead().stream()
          .map(this::skeleton)
          .filter(skeleton -> !taken.containsKey(skeleton))
          .forEach(unknown::add);
    }
    if (!unknown.isEmpty()) {
      Set<String> found = takenAmong.apply(unknown);
      unknown.forEach(skeleton -> taken.put(skeleton, found.contains(skeleton)));
    }
  }

  private String skeleton(String code) {
    return skeletons.computeIfAbsent(code, each -> Skeleton.of(CodeKey.of(each)));
  }
}
