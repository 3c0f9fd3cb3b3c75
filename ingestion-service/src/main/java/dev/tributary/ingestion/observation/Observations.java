package dev.tributary.ingestion.observation;

import dev.tributary.ingestion.feed.Receipt;
import dev.tributary.ingestion.v1.Observation;
import dev.tributary.runtime.api.ProtoTimes;
import dev.tributary.runtime.database.Database;
import dev.tributary.runtime.log.FeedLog;
import dev.tributary.type.v1.Verdict;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/**
 * The append-only record of what was seen. When {@link #record} returns, what it accepted is on
 * disk. Thread-safe.
 */
public final class Observations {
  private final Database database;
  private final FeedLog log;
  private final ObservationStore store;
  private final ObservationWriter writer;
  private final Clock clock;
  private final Runnable afterWrite;

  /**
   * The observations in a database.
   *
   * @param clock where receive times come from
   * @param afterWrite told after each write, for followers to be woken
   */
  public Observations(Database database, FeedLog log, Clock clock, Runnable afterWrite) {
    this.database = database;
    this.log = log;
    this.store = new ObservationStore();
    this.writer = new ObservationWriter(log, store);
    this.clock = clock;
    this.afterWrite = afterWrite;
  }

  /** Records a batch, judging item by item; a refused item does not affect the others. */
  RecordOutcome record(String workspace, List<Observation> batch) {
    Instant now = clock.instant();
    List<Judged> judged = batch.stream().map(sent -> Judged.of(workspace, sent, now)).toList();
    List<NewObservation> accepted =
        judged.stream().flatMap(item -> item.accepted().stream()).toList();
    if (accepted.isEmpty()) {
      return outcome(judged, List.of());
    }
    List<Written> written = database.write(handle -> writer.write(handle, accepted));
    afterWrite.run();
    return outcome(judged, written);
  }

  /** One page of the observations of a subject. */
  ObservationPage list(String workspace, Subject subject, ObservationPaging paging) {
    return database.read(handle -> list(handle, workspace, subject, paging));
  }

  private ObservationPage list(
      Handle handle, String workspace, Subject subject, ObservationPaging paging) {
    // One more than the page holds tells whether there is another page.
    List<Place> places = store.list(handle, workspace, subject, paging, paging.size() + 1);
    List<Place> shown = places.subList(0, Math.min(paging.size(), places.size()));
    Map<Place, Observation> messages = store.messages(handle, shown);
    List<Observation> page = shown.stream().map(place -> message(messages, place)).toList();
    String nextToken = places.size() == shown.size() ? "" : tokenAfter(page, shown, paging);
    return new ObservationPage(page, nextToken);
  }

  private RecordOutcome outcome(List<Judged> judged, List<Written> written) {
    var receipt = new Receipt();
    var results = new ArrayList<Verdict>(judged.size());
    Iterator<Written> next = written.iterator();
    for (Judged item : judged) {
      Written outcome = item.refusal().map(Written::rejected).orElseGet(next::next);
      results.add(outcome.verdict());
      item.accepted()
          .map(accepted -> accepted.key().shard())
          .ifPresent(shard -> outcome.sequence().ifPresent(at -> receipt.add(shard, at)));
    }
    return new RecordOutcome(results, receipt.in(log));
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
