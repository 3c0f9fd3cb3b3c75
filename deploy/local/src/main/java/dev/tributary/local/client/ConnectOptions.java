package dev.tributary.local.client;

import dev.tributary.runtime.settings.Secret;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which suite a command talks to. */
public final class ConnectOptions {
  @Option(
      names = "--ingestion",
      paramLabel = "HOST:PORT",
      description = "Ingestion service (default: ${DEFAULT-VALUE}).")
  private String ingestion = "localhost:7101";

  @Option(
      names = "--metrics",
      paramLabel = "HOST:PORT",
      description = "Metrics service (default: ${DEFAULT-VALUE}).")
  private String metrics = "localhost:7102";

  @Option(
      names = "--attribution",
      paramLabel = "HOST:PORT",
      description = "Attribution service (default: ${DEFAULT-VALUE}).")
  private String attribution = "localhost:7103";

  @Option(
      names = "--reporting",
      paramLabel = "HOST:PORT",
      description = "Reporting service (default: ${DEFAULT-VALUE}).")
  private String reporting = "localhost:7104";

  @Option(
      names = "--key",
      paramLabel = "KEY",
      description = "API key, when the services want one (default: TRIBUTARY_KEY).",
      defaultValue = "${env:TRIBUTARY_KEY}")
  private @Nullable String key;

  /** Opens channels to the services. */
  public Peers open() {
    return new Peers(
        new Targets(ingestion, metrics, attribution, reporting),
        Optional.ofNullable(key).filter(text -> !text.isEmpty()).map(Secret::new));
  }
}
