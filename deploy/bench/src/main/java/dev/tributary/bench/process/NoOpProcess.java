package dev.tributary.bench.process;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The {@link NoOpServer}, in a process of its own. */
public final class NoOpProcess implements AutoCloseable {
  private final ChildJvm jvm;
  private final String target;

  private NoOpProcess(ChildJvm jvm, String target) {
    this.jvm = jvm;
    this.target = target;
  }

  /**
   * Starts a server.
   *
   * @param logs folder of log files
   */
  public static NoOpProcess start(Path logs, List<String> flags) {
    ChildJvm jvm =
        ChildJvm.start(logs.resolve("no-op.log"), flags, Map.of(), NoOpServer.class, List.of());
    String line = jvm.readUntil(NoOpServer.LISTENS);
    return new NoOpProcess(jvm, line.substring(NoOpServer.LISTENS.length()));
  }

  /** Where it listens. */
  public String target() {
    return target;
  }

  /** Touches that it has seen since it started. */
  public long touches() {
    return Long.parseLong(jvm.ask("count"));
  }

  @Override
  public void close() {
    jvm.close();
  }
}
