package dev.tributary.metrics.observation;

import dev.tributary.ingestion.v1.AccountCounters;
import dev.tributary.ingestion.v1.Observation;
import dev.tributary.ingestion.v1.PostCounters;
import dev.tributary.metrics.catalog.CatalogProtos;
import dev.tributary.runtime.api.ProtoTimes;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Snapshots as they stand in ingestion's feed. What was checked there is not checked again. */
public final class ObservationProtos {
  private ObservationProtos() {}

  /** The snapshot of a post. */
  public static PostSnapshot post(Observation observation) {
    PostCounters post = observation.getPostCounters();
    return new PostSnapshot(
        post.getPostId(),
        source(observation),
        post.getSpanValue(),
        post.getDay().isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(post.getDay())),
        post.getDayTimeZone(),
        counters(post.getCountersList()));
  }

  /** The snapshot of an account. */
  public static AccountSnapshot account(Observation observation) {
    AccountCounters account = observation.getAccountCounters();
    return new AccountSnapshot(
        CatalogProtos.account(account.getAccount()),
        source(observation),
        counters(account.getCountersList()));
  }

  /** Who saw it and when, of any observation. */
  public static Source source(Observation observation) {
    return new Source(
        ProtoTimes.toInstant(observation.getObservedTime()),
        observation.getSource().getProvenanceValue(),
        observation.getSource().getSystem());
  }

  private static Counters counters(List<dev.tributary.ingestion.v1.Counter> counters) {
    return new Counters(counters.stream().map(ObservationProtos::counter).toList());
  }

  private static Counter counter(dev.tributary.ingestion.v1.Counter counter) {
    return counter.hasCount()
        ? Counter.of(counter.getMetric(), counter.getCount())
        : Counter.absent(counter.getMetric(), counter.getUnavailableValue());
  }
}
