package dev.tributary.ingestion.privacy;

import dev.tributary.ingestion.observation.ErasedAuthor;
import dev.tributary.ingestion.observation.ObservationAuthors;
import dev.tributary.ingestion.privacy.ErasureStore.StoredErasure;
import dev.tributary.runtime.database.Database;
import dev.tributary.runtime.identity.PersonKey;
import dev.tributary.runtime.log.FeedLog;
import dev.tributary.runtime.log.Heads;
import dev.tributary.runtime.log.Shards;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;

/**
 * Forgets authors. One erasure is one transaction that holds every head: it is rare, and so nothing
 * of the person is written while it looks. When it answers, it is on disk and in the feed.
 */
public final class Erasures {
  /** Kind of the feed entries. */
  static final String ENTRY_KIND = "erased";

  private static final List<Integer> ALL_SHARDS = IntStream.range(0, Shards.COUNT).boxed().toList();

  private final Database database;
  private final FeedLog log;
  private final Runnable committed;
  private final ObservationAuthors authors;
  private final RandomGenerator random;
  private final ErasureStore store = new ErasureStore();

  /**
   * Erasures in one database.
   *
   * @param committed is told after every write that the feed has grown
   * @param authors whatever names persons here
   * @param random makes tombstones; nobody may be able to guess what it gives
   */
  public Erasures(
      Database database,
      FeedLog log,
      Runnable committed,
      ObservationAuthors authors,
      RandomGenerator random) {
    this.database = database;
    this.log = log;
    this.committed = committed;
    this.authors = authors;
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
    Optional<StoredErasure> known = store.find(handle, erasure);
    if (known.isPresent()) {
      String position = log.positionOf(erasure.shard(), known.get().sequence()).encode();
      return new Erased(known.get().receipt(), position);
    }
    PersonKey tombstone = PersonKey.tombstone(random);
    ErasedAuthor author = authors.erase(handle, erasure.workspace(), erasure.author(), tombstone);
    byte[] fact = PrivacyProtos.toFact(erasure.erasureId(), tombstone, author.places());
    long sequence = heads.append(erasure.shard(), erasure.workspace(), ENTRY_KIND, fact);
    byte[] receipt = PrivacyProtos.toReceipt(erasure, heads.recordTime(), author);
    store.insert(handle, erasure, heads.recordTime(), new StoredErasure(receipt, sequence));
    return new Erased(receipt, heads.finish().encode());
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
