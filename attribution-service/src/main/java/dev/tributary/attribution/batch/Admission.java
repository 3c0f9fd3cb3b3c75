package dev.tributary.attribution.batch;

import dev.tributary.runtime.api.Rejected;
import dev.tributary.runtime.api.Verdicts;
import dev.tributary.runtime.group.Contradictions;
import dev.tributary.type.v1.Verdict;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Tells for each item of a batch whether it is new, known or in conflict with what is known. The id
 * decides which thing is meant, the content whether it is a resend. Of several items with one id in
 * a batch the first counts.
 *
 * @param <K> the id
 * @param <T> an item
 */
public final class Admission<K, T> {
  private final List<K> ids = new ArrayList<>();
  private final List<Verdict> verdicts = new ArrayList<>();
  private final List<T> fresh = new ArrayList<>();
  private final List<Recorded> resent = new ArrayList<>();
  private final Map<K, Content> firsts = new HashMap<>();

  private Admission() {}

  /**
   * Judges the items in their order.
   *
   * @param id of an item
   * @param content of an item
   * @param recorded what is recorded already, by id
   */
  public static <K, T> Admission<K, T> of(
      List<T> items,
      Function<T, K> id,
      Function<T, Content> content,
      Map<K, ? extends Recorded> recorded) {
    var admission = new Admission<K, T>();
    for (T item : items) {
      K itemId = id.apply(item);
      Optional<Recorded> before = Optional.ofNullable(recorded.get(itemId));
      admission.ids.add(itemId);
      admission.verdicts.add(admission.judge(item, itemId, content.apply(item), before));
    }
    return admission;
  }

  /** The items to record: new, each id once, in their order. */
  public List<T> fresh() {
    return List.copyOf(fresh);
  }

  /** What is recorded already and was sent again with the same content. */
  public List<Recorded> resent() {
    return List.copyOf(resent);
  }

  /** The answers, one for each item in their order, when all fresh items were recorded. */
  public List<Verdict> verdicts() {
    return verdicts(Map.of());
  }

  /**
   * The answers when some fresh items had to be refused after all; their repetitions in the batch
   * share the refusal.
   *
   * @param refused why, by id
   */
  public List<Verdict> verdicts(Map<K, Rejected> refused) {
    var answers = new ArrayList<Verdict>(verdicts.size());
    for (int i = 0; i < verdicts.size(); i++) {
      Rejected refusal = verdicts.get(i).hasRejection() ? null : refused.get(ids.get(i));
      answers.add(refusal == null ? verdicts.get(i) : Verdicts.rejected(refusal));
    }
    return answers;
  }

  private Verdict judge(T item, K id, Content content, Optional<Recorded> before) {
    if (before.isPresent()) {
      return judgeResend(content, before.get());
    }
    Content first = firsts.putIfAbsent(id, content);
    if (first != null) {
      return content
          .firstDifference(first)
          .map(field -> Verdicts.rejected(Contradictions.duplicateInBatch(field)))
          .orElse(Verdicts.alreadyRecorded());
    }
    fresh.add(item);
    return Verdicts.recorded();
  }

  private Verdict judgeResend(Content content, Recorded before) {
    Optional<String> difference = before.firstDifference(content);
    if (difference.isPresent()) {
      return Verdicts.rejected(Contradictions.idReused(difference.get()));
    }
    resent.add(before);
    return Verdicts.alreadyRecorded();
  }

  /** What is recorded under an id, and where it stands in the feed. */
  public interface Recorded {
    /** Its shard in the log. */
    int shard();

    /** Its place in the shard. */
    long sequence();

    /** Name of the first field in which the content differs; empty when it is a resend. */
    Optional<String> firstDifference(Content content);
  }
}
