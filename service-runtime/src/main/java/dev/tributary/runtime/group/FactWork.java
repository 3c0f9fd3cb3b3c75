package dev.tributary.runtime.group;

import dev.tributary.runtime.api.Rejected;
import dev.tributary.runtime.log.Heads;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/**
 * Records facts, each once. Nobody else can write to the locked shards until the commit, so what is
 * not found is not there; that makes plain inserts exact.
 *
 * @param <F> the facts
 */
public final class FactWork<F extends Fact<F>> implements GroupWork<F, Written> {
  private final FactStore<F> store;

  /** Records into a store. */
  public FactWork(FactStore<F> store) {
    this.store = store;
  }

  @Override
  public int shard(F fact) {
    return fact.shard();
  }

  @Override
  public List<Written> write(Handle handle, Heads heads, List<Queued<F>> group) {
    Map<Object, KnownFact> known = store.known(handle, group.stream().map(Queued::item).toList());
    Map<Object, Added<F>> added = new HashMap<>();
    List<PlacedFact<F>> fresh = new ArrayList<>();
    List<Written> answers = new ArrayList<>(group.size());
    for (Queued<F> queued : group) {
      F fact = queued.item();
      Object key = fact.key();
      KnownFact before = known.get(key);
      Added<F> earlier = before == null ? added.get(key) : null;
      if (before != null) {
        answers.add(resent(handle, fact, before));
      } else if (earlier != null) {
        answers.add(repeated(queued, earlier));
      } else {
        long sequence = store.place(heads, fact);
        added.put(key, new Added<>(queued, sequence));
        fresh.add(new PlacedFact<>(fact, sequence));
        answers.add(Written.recorded(fact.shard(), sequence));
      }
    }
    store.insert(handle, heads, fresh);
    return answers;
  }

  @Override
  public Written refused(F fact, Rejected why) {
    return Written.rejected(why);
  }

  /** Two fingerprints may also differ because their versions do; what counts is the content. */
  private Written resent(Handle handle, F fact, KnownFact before) {
    Written same = Written.alreadyRecorded(before.shard(), before.sequence());
    if (before.fingerprint().equals(fact.fingerprint())) {
      return same;
    }
    return fact.firstDifference(store.recorded(handle, fact, before))
        .map(field -> Written.rejected(Contradictions.idReused(field)))
        .orElse(same);
  }

  private static <F extends Fact<F>> Written repeated(Queued<F> queued, Added<F> earlier) {
    F fact = queued.item();
    F first = earlier.queued.item();
    Written same = Written.alreadyRecorded(fact.shard(), earlier.sequence);
    if (first.fingerprint().equals(fact.fingerprint())) {
      return same;
    }
    return fact.firstDifference(first)
        .map(
            field ->
                Written.rejected(
                    queued.isOfSameCallAs(earlier.queued)
                        ? Contradictions.duplicateInBatch(field)
                        : Contradictions.idReused(field)))
        .orElse(same);
  }

  private record Added<F>(Queued<F> queued, long sequence) {}
}
