package dev.tributary.local.durability;

import dev.tributary.attribution.AttributionMain;
import dev.tributary.ingestion.IngestionMain;
import dev.tributary.local.suite.ServiceProcess;
import dev.tributary.metrics.MetricsMain;
import java.util.ArrayList;
import java.util.List;

/** Services as processes of their own, on free ports. */
final class Services {
  /** Wanted on a server by the services that hash persons. */
  private static final String ID_KEY = "0123456789abcdef".repeat(4);

  private Services() {}

  /** Starts attribution; returns when it listens. */
  static ServiceProcess attribution(List<String> store) {
    return new ServiceProcess(AttributionMain.class, 0, withKey(store));
  }

  /** Starts ingestion; returns when it listens. */
  static ServiceProcess ingestion(List<String> store) {
    return new ServiceProcess(IngestionMain.class, 0, withKey(store));
  }

  /** Starts metrics, which follows the other two; returns when it listens. */
  static ServiceProcess metrics(List<String> store, String ingestion, String attribution) {
    return new ServiceProcess(
        MetricsMain.class, 0, Metrics.arguments(store, ingestion, attribution));
  }

  private static List<String> withKey(List<String> store) {
    List<String> arguments = new ArrayList<>(store);
    arguments.add("--id-key=" + ID_KEY);
    return arguments;
  }
}
