package dev.tributary.metrics.fault;

import dev.tributary.metrics.fact.Facts;
import dev.tributary.metrics.fact.PostFact;
import dev.tributary.metrics.fact.UnknownMetric;
import dev.tributary.metrics.measure.FactIndex;
import dev.tributary.metrics.measure.Selection;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds every fault. */
public final class Faults {
  private Faults() {}

  /**
   * Faults of these facts in their order.
   *
   * @param kinds which kinds; none for all
   * @param now decides which stories have ended
   */
  public static List<Fault> of(
      FactIndex index, Selection selection, Set<FaultKind> kinds, Instant now) {
    Facts facts = index.facts();
    ReferenceFaults references = new ReferenceFaults(facts);
    Map<String, PostFact> posts =
        facts.posts().stream()
            .filter(post -> selection.includes(index.place(post)))
            .collect(Collectors.toMap(PostFact::postId, Function.identity()));
    Stream<Fault> ofPosts =
        posts.values().stream()
            .flatMap(post -> Stream.concat(PostFaults.of(post, now), references.of(post)));
    Stream<Fault> ofCollaborations =
        facts.collaborations().stream()
            .filter(collaboration -> selection.includes(index.place(collaboration)))
            .flatMap(references::of);
    Stream<Fault> ofMetrics =
        facts.unknownMetrics().stream()
            .filter(metric -> isAskedFor(metric, posts.keySet(), selection))
            .map(metric -> unknown(metric, posts));
    return Stream.of(ofPosts, ofCollaborations, ofMetrics)
        .flatMap(faults -> faults)
        .filter(fault -> kinds.isEmpty() || kinds.contains(fault.kind()))
        .sorted(Fault.ORDER)
        .toList();
  }

  private static boolean isAskedFor(
      UnknownMetric metric, Set<String> postIds, Selection selection) {
    return metric.postId().map(postIds::contains).orElse(selection.equals(Selection.ALL));
  }

  private static Fault unknown(UnknownMetric metric, Map<String, PostFact> posts) {
    return new Fault(
        FaultKind.METRIC_UNKNOWN,
        metric.postId().orElse(""),
        metric.postId().map(posts::get).flatMap(PostFact::collaborationId).orElse(""),
        metric.metric(),
        Optional.of(PostFaults.between(metric.firstObserved(), metric.lastObserved())),
        0,
        0,
        "The vocabulary does not know the metric %s of %s; its values are not used."
            .formatted(metric.metric(), metric.subject()));
  }
}
