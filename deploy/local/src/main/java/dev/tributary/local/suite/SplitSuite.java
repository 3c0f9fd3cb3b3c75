package dev.tributary.local.suite;

import dev.tributary.attribution.AttributionMain;
import dev.tributary.ingestion.IngestionMain;
import dev.tributary.local.client.Targets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/**
 * The suite with the two services that keep the truth as processes of their own, which can be
 * killed; the two that are built from them run in this one. Same ports and files as {@link
 * LocalSuite}.
 */
public final class SplitSuite implements AutoCloseable {
  private final ServiceProcess ingestion;
  private final ServiceProcess attribution;
  private final LocalSuite.Started others;
  private final Thread killer;

  private SplitSuite(
      ServiceProcess ingestion, ServiceProcess attribution, LocalSuite.Started others) {
    this.ingestion = ingestion;
    this.attribution = attribution;
    this.others = others;
    this.killer = new Thread(this::kill, "suite-kill");
    Runtime.getRuntime().addShutdownHook(killer);
  }

  /**
   * Starts the services, those first that the others ask.
   *
   * @param dataDir where the database files are; made when it does not exist
   * @throws RuntimeException if one cannot start; those started before are killed again
   */
  public static SplitSuite start(Path dataDir, Ports ports, Access access, Clock clock) {
    List<String> arguments = new ArrayList<>(List.of("--data-dir=" + dataDir, "--drain=0s"));
    arguments.addAll(access.ofCalled());
    List<ServiceProcess> running = new ArrayList<>();
    boolean ready = false;
    try {
      running.add(new ServiceProcess(IngestionMain.class, ports.ingestion(), arguments));
      running.add(new ServiceProcess(AttributionMain.class, ports.attribution(), arguments));
      LocalSuite.Started others =
          LocalSuite.startBeside(
              running.get(0).target(), running.get(1).target(), dataDir, ports, access, clock);
      ready = true;
      return new SplitSuite(running.get(0), running.get(1), others);
    } finally {
      if (!ready) {
        running.forEach(ServiceProcess::close);
      }
    }
  }

  /** Where the services listen, also after a kill. */
  public Targets targets() {
    return others.targets();
  }

  /** The process of ingestion. */
  public ServiceProcess ingestion() {
    return ingestion;
  }

  /** The process of attribution. */
  public ServiceProcess attribution() {
    return attribution;
  }

  /** Ends all services in order, those first that ask the others. */
  @Override
  public void close() {
    others.close();
    attribution.stop();
    ingestion.stop();
    Runtime.getRuntime().removeShutdownHook(killer);
  }

  /** When this process is told to stop, the others must not outlive it. */
  private void kill() {
    attribution.kill();
    ingestion.kill();
  }
}
