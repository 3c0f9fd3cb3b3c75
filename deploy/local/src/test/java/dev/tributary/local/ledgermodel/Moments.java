package dev.tributary.local.ledgermodel;

import com.google.protobuf.Timestamp;
import java.time.Instant;

/** Times of messages. */
final class Moments {
  private Moments() {}

  static Instant of(Timestamp time) {
    return Instant.ofEpochSecond(time.getSeconds(), time.getNanos());
  }

  static Timestamp of(Instant time) {
    return Timestamp.newBuilder()
        .setSeconds(time.getEpochSecond())
        .setNanos(time.getNano())
        .build();
  }
}
