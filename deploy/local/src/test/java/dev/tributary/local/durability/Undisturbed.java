package dev.tributary.local.durability;

import dev.tributary.local.suite.Access;
import dev.tributary.local.suite.LocalSuite;
import dev.tributary.local.suite.Ports;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The same facts sent to services that nothing happens to. */
final class Undisturbed {
  private static final int WAIT_SECONDS = 300;

  private Undisturbed() {}

  /**
   * What the facts come to.
   *
   * @param directory an empty one
   */
  static Totals totals(Path directory, Sales shop, List<Batch> sales, List<Batch> counts)
      throws IOException {
    try (LocalSuite.Started suite =
            LocalSuite.start(
                directory.resolve("data"), Ports.from(0), Access.open(), Clock.systemUTC());
        Client attribution = new Client(suite.targets().attribution());
        Client ingestion = new Client(suite.targets().ingestion())) {
      Setup.send(attribution, shop);
      sendAll(attribution, sales, directory.resolve("sales"));
      sendAll(ingestion, counts, directory.resolve("counts"));
      return Totals.of(attribution, ingestion);
    }
  }

  private static void sendAll(Client client, List<Batch> batches, Path acks) throws IOException {
    try (AckFile file = new AckFile(acks)) {
      new LoadClient(batches, file)
          .sendAll(List.of(client))
          .orTimeout(WAIT_SECONDS, TimeUnit.SECONDS)
          .join();
    }
  }
}
