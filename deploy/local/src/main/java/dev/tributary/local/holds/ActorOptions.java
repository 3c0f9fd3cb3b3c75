package dev.tributary.local.holds;

import dev.tributary.runtime.identity.Uuid7;
import java.security.SecureRandom;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Who decides, and why. */
final class ActorOptions {
  @Option(
      names = "--reason",
      required = true,
      paramLabel = "TEXT",
      description = "Why; kept with the hold.")
  private String reason = "";

  @Option(
      names = "--actor",
      paramLabel = "NAME",
      description = "Who decides (default: the user of this machine, ${DEFAULT-VALUE}).")
  private String actor = System.getProperty("user.name", "");

  @Option(
      names = "--id",
      paramLabel = "ID",
      description = "Id of the batch, to send it again (default: a new one).")
  private @Nullable String id;

  @Option(names = "--validate", description = "Only show what would be.")
  private boolean validate;

  String reason() {
    return reason;
  }

  String actor() {
    return actor;
  }

  /** Said before the call, so that a batch whose answer is lost can be sent again. */
  String batchId() {
    String given = id;
    String batchId =
        given == null ? new Uuid7(Clock.systemUTC(), new SecureRandom()).next() : given;
    if (!validate) {
      System.err.println("batch " + batchId);
    }
    return batchId;
  }

  boolean isOnlyALook() {
    return validate;
  }
}
