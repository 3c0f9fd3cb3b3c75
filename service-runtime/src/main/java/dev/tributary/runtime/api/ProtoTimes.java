package dev.tributary.runtime.api;

import com.google.protobuf.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Timestamps and durations of the contracts, and those of ours. All times have microseconds; finer
 * digits are cut off.
 */
public final class ProtoTimes {
  private ProtoTimes() {}

  /** The instant as the contracts carry it, in microseconds. */
  public static Timestamp toProto(Instant instant) {
    Instant micros = toMicros(instant);
    return Timestamp.newBuilder()
        .setSeconds(micros.getEpochSecond())
        .setNanos(micros.getNano())
        .build();
  }

  /** The duration as the contracts carry it, in microseconds. */
  public static com.google.protobuf.Duration toProto(Duration duration) {
    Duration micros = duration.truncatedTo(ChronoUnit.MICROS);
    return com.google.protobuf.Duration.newBuilder()
        .setSeconds(micros.getSeconds())
        .setNanos(micros.getNano())
        .build();
  }

  /**
   * The timestamp as an instant in microseconds. Checks nothing; requests are parsed by {@link
   * Fields}.
   */
  public static Instant toInstant(Timestamp timestamp) {
    return toMicros(Instant.ofEpochSecond(timestamp.getSeconds(), timestamp.getNanos()));
  }

  /** Cuts off what is finer than a microsecond, as databases do. */
  public static Instant toMicros(Instant instant) {
    return instant.truncatedTo(ChronoUnit.MICROS);
  }
}
