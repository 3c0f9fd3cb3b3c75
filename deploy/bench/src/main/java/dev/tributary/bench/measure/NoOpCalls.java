package dev.tributary.bench.measure;

import dev.tributary.bench.load.Load;
import dev.tributary.bench.load.Outcome;
import dev.tributary.bench.process.LoadProcess;
import dev.tributary.bench.process.NoOpProcess;
import java.util.List;

/** (a) What gRPC lets through when the server does nothing: the ceiling of every call. */
public final class NoOpCalls {
  private static final int IN_FLIGHT_1 = 256;
  private static final int IN_FLIGHT_100 = 64;

  private NoOpCalls() {}

  /** Measures calls with 1 and with 100 touches. */
  public static void measure(Rig rig) {
    Options options = rig.options();
    try (NoOpProcess server = NoOpProcess.start(options.logs(), options.serviceFlags());
        LoadProcess client = rig.client()) {
      Load single = load(rig, server, 1, IN_FLIGHT_1);
      Load hundred = load(rig, server, 100, IN_FLIGHT_100);
      WarmUp.until(hundred, options.warmUpSeconds() / 2, client::run);
      WarmUp.until(single, options.warmUpSeconds() / 2, client::run);
      for (int round = 0; round < options.rounds(); round++) {
        rig.add("a.1", "no-op calls of 1 touch, 256 in flight", run(server, client, single));
        rig.add("a.100", "no-op calls of 100 touches, 64 in flight", run(server, client, hundred));
      }
    }
  }

  private static Load load(Rig rig, NoOpProcess server, int items, int inFlight) {
    Options options = rig.options();
    return Load.closed(
        List.of(server.target()), items, inFlight, options.seconds(), options.persons());
  }

  private static Outcome run(NoOpProcess server, LoadProcess client, Load load) {
    long before = server.touches();
    Outcome outcome = client.run(load).undisturbed();
    Counts.check("touches seen by the server", outcome.recorded(), server.touches() - before);
    return outcome;
  }
}
