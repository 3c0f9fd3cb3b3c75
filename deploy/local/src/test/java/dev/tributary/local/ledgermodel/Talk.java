package dev.tributary.local.ledgermodel;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Message;
import com.google.protobuf.TextFormat;
import dev.tributary.type.v1.Verdict;
import dev.tributary.type.v1.VerdictStatus;
import io.grpc.Channel;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The services, the model, and what both were told. */
final class Talk {
  /** A time, as messages are printed. */
  private static final Pattern SECONDS =
      Pattern.compile("\\{ seconds: (\\d+)(?: nanos: (\\d+))? \\}");

  private final Services services;
  private final History history = new History();

  /** What was told, to be read by people. */
  private final List<String> told = new ArrayList<>();

  Talk(Services services) {
    this.services = services;
  }

  Services services() {
    return services;
  }

  History history() {
    return history;
  }

  List<String> told() {
    return told;
  }

  Instant now() {
    return services.clock().instant();
  }

  /** A channel to one of the services, in turns. */
  Channel channel() {
    return services.channel();
  }

  /** Notes what is told next. */
  void say(String what, Message content) {
    String text = TextFormat.printer().emittingSingleLine(true).printToString(content);
    told.add(
        "%3d %s %s %s"
            .formatted(
                told.size() + 1,
                now(),
                what,
                SECONDS
                    .matcher(text)
                    .replaceAll(
                        time ->
                            Instant.ofEpochSecond(
                                    Long.parseLong(time.group(1)),
                                    time.group(2) == null ? 0 : Long.parseLong(time.group(2)))
                                .toString())));
  }

  static void requireRecorded(Verdict verdict) {
    assertThat(verdict.hasRejection()).as(verdict.toString()).isFalse();
  }

  static String answer(Verdict verdict) {
    if (verdict.getStatus() == VerdictStatus.VERDICT_STATUS_REJECTED) {
      return verdict.getRejection().getReason().name().substring("ERROR_REASON_".length())
          + " "
          + verdict.getRejection().getField();
    }
    return verdict.getStatus().name().substring("VERDICT_STATUS_".length());
  }
}
