package dev.tributary.runtime.server;

import java.util.ArrayList;
import java.util.List;

/** A started service: its server and what stands behind it, closed in the given order. */
public final class RunningService implements AutoCloseable {
  private final ServiceServer server;
  private final List<AutoCloseable> parts;

  /**
   * Takes over everything that must be closed when the service stops.
   *
   * @param stopInThisOrderAfterServer for example followers, then channels to peers, then the
   *     database
   */
  public RunningService(ServiceServer server, AutoCloseable... stopInThisOrderAfterServer) {
    this.server = server;
    this.parts = List.of(stopInThisOrderAfterServer);
  }

  /** The same service, with something more to close after everything else. */
  public RunningService closingLast(AutoCloseable last) {
    List<AutoCloseable> all = new ArrayList<>(parts);
    all.add(last);
    return new RunningService(server, all.toArray(AutoCloseable[]::new));
  }

  /** The port that is really open. */
  public int port() {
    return server.port();
  }

  /** Where a client on the same machine reaches this service. */
  public String target() {
    return server.target();
  }

  /**
   * Closes the server, then the parts. One that fails does not keep the others open.
   *
   * @throws IllegalStateException at the end when any failed, with all their faults as suppressed
   *     ones
   */
  @Override
  public void close() {
    List<AutoCloseable> all = new ArrayList<>(List.of(server));
    all.addAll(parts);
    IllegalStateException failed = new IllegalStateException("not everything could be closed");
    for (AutoCloseable part : all) {
      try {
        part.close();
      } catch (Exception fault) {
        failed.addSuppressed(fault);
      }
    }
    if (failed.getSuppressed().length > 0) {
      throw failed;
    }
  }
}
