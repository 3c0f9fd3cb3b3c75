package dev.tributary.ingestion.observation;

import dev.tributary.ingestion.v1.Observation;
import dev.tributary.runtime.api.ParsedBatch;
import dev.tributary.runtime.api.ProtoTimes;
import dev.tributary.runtime.database.Database;
import dev.tributary.runtime.group.FactLog;
import dev.tributary.runtime.group.GroupConfig;
import dev.tributary.runtime.group.RecordedFacts;
import dev.tributary.runtime.identity.PersonHasher;
import dev.tributary.runtime.log.FeedLog;
import io.opentelemetry.api.metrics.Meter;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jdbi.v3.core.Handle;

/** The append-only record of what was seen. Thread-safe. */
public final class Observations implements AutoCloseable {
  private final Database database;
  private final ObservationStore store = new ObservationStore();
  private final FactLog<NewObservation> log;
  private final PersonHasher hasher;
  private final Clock clock;

  /**
   * The observations in a database.
   *
   * @param hasher makes what is stored of authors
   * @param clock where receive times come from
   * @param committed told after each write, for followers to be woken
   */
  public Observations(
      Database database,
      GroupConfig writing,
      FeedLog feed,
      PersonHasher hasher,
      Clock clock,
      Runnable committed) {
    this(
        database,
        FactLog.start("observations", writing, database, feed, new ObservationStore(), committed),
        hasher,
        clock);
  }

  private Observations(
      Database database, FactLog<NewObservation> log, PersonHasher hasher, Clock clock) {
    this.database = database;
    this.log = log;
    this.hasher = hasher;
    this.clock = clock;
  }

  /** Shows how it writes, see {@link FactLog#measuredBy}. */
  public Observations measuredBy(Meter meter) {
    return new Observations(database, log.measuredBy(meter), hasher, clock);
  }

  /**
   * Queues a batch, judging item by item; a refused item does not affect the others. Never blocks.
   *
   * @param bytes size of the request
   * @return what became of it, when what was accepted is on disk
   */
  CompletableFuture<RecordedFacts> record(String workspace, List<Observation> batch, int bytes) {
    Instant now = clock.instant();
    return log.record(
        workspace,
        ParsedBatch.of(batch, sent -> NewObservation.of(workspace, sent, hasher, now)),
        bytes);
  }

  /** One page of the observations of a subject. */
  ObservationPage list(String workspace, Subject subject, ObservationPaging paging) {
    return database.read(handle -> list(handle, workspace, subject, paging));
  }

  @Override
  public void close() {
    log.close();
  }

  private ObservationPage list(
      Handle handle, String workspace, Subject subject, ObservationPaging paging) {
    // One more than the page holds tells whether there is another page.
    List<Place> places = store.list(handle, workspace, subject, paging, paging.size() + 1);
    Map<Place, Long> sizes = store.sizes(handle, places);
    List<Place> shown =
        ObservationPage.fitting(
            places.subList(0, Math.min(paging.size(), places.size())),
            place -> sizes.getOrDefault(place, 0L));
    Map<Place, Observation> messages = store.messages(handle, shown);
    List<Observation> page = shown.stream().map(place -> message(messages, place)).toList();
    String nextToken = places.size() == shown.size() ? "" : tokenAfter(page, shown, paging);
    return new ObservationPage(page, nextToken);
  }

  private static String tokenAfter(
      List<Observation> page, List<Place> places, ObservationPaging paging) {
    int last = page.size() - 1;
    return paging.tokenAfter(
        ProtoTimes.toInstant(page.get(last).getObservedTime()), places.get(last).sequence());
  }

  private static Observation message(Map<Place, Observation> messages, Place place) {
    Observation message = messages.get(place);
    if (message == null) {
      throw new IllegalStateException(place + ": no feed entry");
    }
    return message;
  }
}
