package dev.tributary.ingestion.content;

import dev.tributary.runtime.api.Rejected;
import dev.tributary.type.v1.ErrorReason;
import java.time.Instant;
import java.util.Optional;

/** Rules about what comes after what. */
public final class OrderRules {
  private OrderRules() {}

  /** A half-open range of which both ends are known holds at least one moment. */
  public static void startBeforeEnd(Optional<Instant> start, String endField, Optional<Instant> end)
      throws Rejected {
    if (start.isPresent() && end.isPresent() && !end.get().isAfter(start.get())) {
      throw disorder(endField, end.get() + " (expected: after " + start.get() + ")");
    }
  }

  /** Something that cannot come before something else, but may come together with it. */
  public static <T extends Comparable<? super T>> void notBefore(
      String laterField, T earlier, T later) throws Rejected {
    if (later.compareTo(earlier) < 0) {
      throw disorder(laterField, later + " (expected: not before " + earlier + ")");
    }
  }

  private static Rejected disorder(String field, String message) {
    return new Rejected(ErrorReason.ERROR_REASON_TIME_ORDER, field, message);
  }
}
