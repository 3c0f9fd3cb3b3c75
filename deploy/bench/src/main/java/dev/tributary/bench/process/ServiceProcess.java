package dev.tributary.bench.process;

import dev.tributary.attribution.AttributionMain;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The real attribution service, in a process of its own. */
public final class ServiceProcess implements AutoCloseable {
  /** Persons' ids are hashed with this key, in the pre-filled rows too. */
  public static final String ID_KEY = "5a".repeat(32);

  /** Last line of a class histogram: instances, then bytes. */
  private static final Pattern HEAP_TOTAL = Pattern.compile("Total +\\d+ +(\\d+) *");

  private static final String LISTENS = " listens on ";

  private final ChildJvm jvm;
  private final String target;

  private ServiceProcess(ChildJvm jvm, String target) {
    this.jvm = jvm;
    this.target = target;
  }

  /**
   * Starts a service on a free port of loopback.
   *
   * @param logs folder of log files
   * @param flags of its JVM
   * @param settings of the service, as flags
   */
  public static ServiceProcess start(Path logs, List<String> flags, List<String> settings) {
    List<String> all = new ArrayList<>(settings);
    // The bench keeps more calls in flight than the default admits; its queue is what is measured.
    all.addAll(List.of("--port=0", "--in-flight-max=20000", "--id-key=" + ID_KEY));
    Path log = logs.resolve("service-" + System.nanoTime() + ".log");
    ChildJvm jvm = ChildJvm.start(log, flags, Map.of(), AttributionMain.class, all);
    String line = jvm.readUntil(LISTENS);
    return new ServiceProcess(jvm, line.substring(line.indexOf(LISTENS) + LISTENS.length()));
  }

  /** Where it listens. */
  public String target() {
    return target;
  }

  /** Bytes of live objects, after a full collection that this forces. */
  public long liveHeapBytes() {
    String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
    try {
      Process histogram =
          new ProcessBuilder(jcmd, Long.toString(jvm.pid()), "GC.class_histogram").start();
      try (Stream<String> lines = histogram.inputReader(StandardCharsets.UTF_8).lines()) {
        return lines
            .map(HEAP_TOTAL::matcher)
            .filter(Matcher::matches)
            .mapToLong(total -> Long.parseLong(total.group(1)))
            .findFirst()
            .orElseThrow(() -> new IllegalStateException(jcmd + " told no total"));
      }
    } catch (IOException unusable) {
      throw new UncheckedIOException(unusable);
    }
  }

  @Override
  public void close() {
    jvm.close();
  }
}
