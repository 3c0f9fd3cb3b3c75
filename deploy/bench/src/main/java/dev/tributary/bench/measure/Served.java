package dev.tributary.bench.measure;

import dev.tributary.bench.load.Load;
import dev.tributary.bench.load.Outcome;
import dev.tributary.bench.process.LoadProcess;
import dev.tributary.bench.process.ServiceProcess;
import dev.tributary.bench.store.Stage;
import java.util.ArrayList;
import java.util.List;

/**
 * One or more service processes on one database, and a client. When it is closed, what the client
 * was told is compared with what the database has.
 */
final class Served implements AutoCloseable {
  private final Rig rig;
  private final Stage stage;
  private final List<ServiceProcess> services = new ArrayList<>();
  private final LoadProcess client;
  private final long entriesBefore;
  private long recorded;
  private long besides;

  /** Items of calls that ended without an answer; they may have been recorded. */
  private long uncertain;

  /**
   * Starts them.
   *
   * @param stage closed with this
   * @param settings more settings of each service
   */
  Served(Rig rig, Stage stage, int processes, String... settings) {
    this.rig = rig;
    this.stage = stage;
    this.entriesBefore = stage.entries();
    for (int i = 0; i < processes; i++) {
      services.add(rig.service(stage, settings));
    }
    this.client = rig.client();
  }

  /** A closed loop of touches over all processes. */
  Load closed(int items, int inFlight) {
    return Load.closed(
        targets(), items, inFlight, rig.options().seconds(), rig.options().personsOfLoad());
  }

  /** Runs a load until it goes no faster. */
  void warmUp(Load load) {
    double rate = WarmUp.until(load, rig.options().warmUpSeconds() / 2, this::runAnyhow);
    rig.say("warm-up: %,.0f items/s".formatted(rate));
  }

  /** Runs a load that must go through without a refusal. */
  Outcome run(Load load) {
    return runAnyhow(load).undisturbed();
  }

  /** Runs a load that may meet refusals. */
  Outcome runAnyhow(Load load) {
    Outcome outcome = client.run(load);
    recorded += outcome.recorded();
    uncertain += outcome.unanswered() * load.itemsPerCall();
    return outcome;
  }

  /** Items that the client was told are recorded. */
  long recorded() {
    return recorded;
  }

  /** Something else was written to the feed. */
  void wroteBesides(long entries) {
    besides += entries;
  }

  List<String> targets() {
    return services.stream().map(ServiceProcess::target).toList();
  }

  /** Live objects of all processes together. */
  long liveHeapBytes() {
    return services.stream().mapToLong(ServiceProcess::liveHeapBytes).sum();
  }

  @Override
  public void close() {
    client.close();
    services.forEach(ServiceProcess::close);
    long grown = stage.entries() - entriesBefore;
    stage.close();
    Counts.check("entries in the feed", recorded, recorded + uncertain, grown - besides);
  }
}
