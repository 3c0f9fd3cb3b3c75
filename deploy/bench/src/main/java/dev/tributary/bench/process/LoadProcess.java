package dev.tributary.bench.process;

import com.google.gson.Gson;
import com.google.gson.JsonSyntaxException;
import dev.tributary.bench.load.Load;
import dev.tributary.bench.load.LoadClient;
import dev.tributary.bench.load.Outcome;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The load client, in a process of its own. */
public final class LoadProcess implements AutoCloseable {
  private final Gson gson = new Gson();
  private final ChildJvm jvm;

  private LoadProcess(ChildJvm jvm) {
    this.jvm = jvm;
  }

  /**
   * Starts a client.
   *
   * @param logs folder of log files
   */
  public static LoadProcess start(Path logs, List<String> flags) {
    ChildJvm jvm =
        ChildJvm.start(
            logs.resolve("load-client.log"), flags, Map.of(), LoadClient.class, List.of());
    jvm.readUntil(LoadClient.READY);
    return new LoadProcess(jvm);
  }

  /** Runs a load to its end. */
  public Outcome run(Load load) {
    String answer = jvm.ask(gson.toJson(load));
    try {
      return gson.fromJson(answer, Outcome.class);
    } catch (JsonSyntaxException unexpected) {
      throw new IllegalStateException("load client said: " + answer, unexpected);
    }
  }

  @Override
  public void close() {
    jvm.close();
  }
}
