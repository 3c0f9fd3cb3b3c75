package dev.tributary.attribution.privacy;

import dev.tributary.attribution.commission.WithheldChanges;
import dev.tributary.attribution.conversion.ConversionKey;
import dev.tributary.attribution.conversion.Reattributions;
import dev.tributary.attribution.credit.Decision;
import dev.tributary.attribution.feed.FeedKind;
import dev.tributary.attribution.privacy.ErasureStore.StoredErasure;
import dev.tributary.attribution.privacy.Receipt.Books;
import dev.tributary.attribution.privacy.Receipt.LinkedVisitors;
import dev.tributary.runtime.database.Database;
import dev.tributary.runtime.identity.PersonKey;
import dev.tributary.runtime.identity.PersonKind;
import dev.tributary.runtime.log.FeedLog;
import dev.tributary.runtime.log.Heads;
import dev.tributary.runtime.log.Shards;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;

/**
 * Forgets persons. One erasure is one transaction that holds every head: it is rare, and so no fact
 * of the person is written while it looks. When it answers, it is on disk and in the feed.
 */
public final class Erasures {
  private static final List<Integer> ALL_SHARDS = IntStream.range(0, Shards.COUNT).boxed().toList();

  /** Orders looked at in one go; bounds the memory for their touches. */
  private static final int ORDERS_AT_ONCE = 200;

  private final Database database;
  private final FeedLog log;
  private final Runnable committed;
  private final Reattributions reattributions;
  private final WithheldChanges withheld;
  private final List<PersonRows> features;
  private final RandomGenerator random;
  private final ErasureStore erasureStore = new ErasureStore();
  private final SubjectStore subjectStore = new SubjectStore();

  /**
   * Erasures in one database.
   *
   * @param committed is told after every write that the feed has grown
   * @param reattributions decide about a person's orders a last time
   * @param withheld knows which orders are of a locked period, whose credit stays as it was paid
   * @param features all that have rows that name persons
   * @param random makes tombstones; nobody may be able to guess what it gives
   */
  public Erasures(
      Database database,
      FeedLog log,
      Runnable committed,
      Reattributions reattributions,
      WithheldChanges withheld,
      List<PersonRows> features,
      RandomGenerator random) {
    this.database = database;
    this.log = log;
    this.committed = committed;
    this.reattributions = reattributions;
    this.withheld = withheld;
    this.features = List.copyOf(features);
    this.random = random;
  }

  /** Forgets somebody; an erasure that was done is answered as before. */
  Erased erase(Erasure erasure) {
    Erased erased = database.write(handle -> erase(handle, erasure));
    committed.run();
    return erased;
  }

  private Erased erase(Handle handle, Erasure erasure) {
    Heads heads = log.lock(handle, ALL_SHARDS);
    Optional<StoredErasure> known = erasureStore.find(handle, erasure);
    if (known.isPresent()) {
      String position = log.positionOf(known.get().shard(), known.get().sequence()).encode();
      return new Erased(known.get().receipt(), position);
    }
    Map<PersonKind, List<PersonKey>> names = new EnumMap<>(PersonKind.class);
    names.put(erasure.kind(), new ArrayList<>(List.of(erasure.key())));
    LinkedVisitors visitors = addVisitors(handle, erasure, names);
    Set<ConversionKey> orders = subjectStore.orders(handle, erasure.workspace(), names);
    settle(handle, heads, erasure.workspace(), orders);
    Books before = subjectStore.books(handle, erasure.workspace(), orders);
    Map<Replacement, List<ErasedRows>> erased = overwrite(handle, erasure.workspace(), names);
    Receipt receipt =
        new Receipt(
            erasure.erasureId(),
            erasure.kind(),
            erasure.reason(),
            heads.recordTime(),
            counts(erased),
            before,
            subjectStore.books(
                handle,
                erasure.workspace(),
                subjectStore.orders(handle, erasure.workspace(), tombstones(erased))),
            visitors);
    return finish(handle, heads, erasure, erased, receipt);
  }

  private Erased finish(
      Handle handle,
      Heads heads,
      Erasure erasure,
      Map<Replacement, List<ErasedRows>> erased,
      Receipt receipt) {
    byte[] fact = PrivacyProtos.toFact(erasure.erasureId(), erased);
    int shard = erasure.shard();
    long sequence = heads.append(shard, erasure.workspace(), FeedKind.ERASED.stored(), fact);
    StoredErasure stored = new StoredErasure(PrivacyProtos.toBytes(receipt), shard, sequence);
    erasureStore.insert(handle, erasure, heads.recordTime(), stored);
    return new Erased(stored.receipt(), heads.finish().encode());
  }

  /** Names the visitors that were the customer's alone. */
  private LinkedVisitors addVisitors(
      Handle handle, Erasure erasure, Map<PersonKind, List<PersonKey>> names) {
    if (erasure.kind() != PersonKind.CUSTOMER) {
      return new LinkedVisitors(0, 0);
    }
    Map<Boolean, List<PersonKey>> byWhetherOnly =
        subjectStore.visitorsByWhetherOnlyOf(handle, erasure.workspace(), erasure.key());
    List<PersonKey> only = byWhetherOnly.getOrDefault(true, List.of());
    names.put(PersonKind.VISITOR, only);
    return new LinkedVisitors(only.size(), byWhetherOnly.getOrDefault(false, List.of()).size());
  }

  /**
   * Gives the orders the credit that everything recorded so far says: it is the last time that
   * anybody looks, and it must not depend on how far the settler has come. As the settler does, it
   * only reports what is of a locked period.
   */
  private void settle(Handle handle, Heads heads, String workspace, Set<ConversionKey> orders) {
    List<ConversionKey> all = List.copyOf(orders);
    for (int first = 0; first < all.size(); first += ORDERS_AT_ONCE) {
      List<ConversionKey> some = all.subList(first, Math.min(all.size(), first + ORDERS_AT_ONCE));
      Map<ConversionKey, Decision> due = reattributions.due(handle, workspace, some);
      Map<ConversionKey, Decision> locked = new HashMap<>(due);
      locked.keySet().retainAll(withheld.locked(handle, workspace, due.keySet()));
      due.keySet().removeAll(locked.keySet());
      locked.keySet().retainAll(withheld.fresh(handle, workspace, locked));
      reattributions.post(handle, heads, workspace, due);
      if (!locked.isEmpty()) {
        withheld.record(handle, workspace, locked, heads.recordTime());
      }
    }
  }

  private Map<Replacement, List<ErasedRows>> overwrite(
      Handle handle, String workspace, Map<PersonKind, List<PersonKey>> names) {
    Map<Replacement, List<ErasedRows>> erased = new LinkedHashMap<>();
    names.forEach(
        (kind, keys) -> {
          for (PersonKey key : keys) {
            var replacement = new Replacement(workspace, kind, key, PersonKey.tombstone(random));
            List<ErasedRows> rows = new ArrayList<>();
            features.forEach(feature -> rows.addAll(feature.overwrite(handle, replacement)));
            erased.put(replacement, rows);
          }
        });
    return erased;
  }

  private static Map<String, Long> counts(Map<Replacement, List<ErasedRows>> erased) {
    Map<String, Long> counts = new TreeMap<>();
    erased.values().stream()
        .flatMap(List::stream)
        .filter(rows -> rows.rows() > 0)
        .forEach(rows -> counts.merge(rows.name(), rows.rows(), Long::sum));
    return counts;
  }

  private static Map<PersonKind, List<PersonKey>> tombstones(
      Map<Replacement, List<ErasedRows>> erased) {
    Map<PersonKind, List<PersonKey>> tombstones = new EnumMap<>(PersonKind.class);
    erased
        .keySet()
        .forEach(
            replacement ->
                tombstones
                    .computeIfAbsent(replacement.kind(), absent -> new ArrayList<>())
                    .add(replacement.tombstone()));
    return tombstones;
  }

  /**
   * What became of an erasure.
   *
   * @param receipt message of the contract
   * @param position where it stands in the feed
   */
  @SuppressWarnings("ArrayRecordComponent") // Never compared.
  record Erased(byte[] receipt, String position) {}
}
