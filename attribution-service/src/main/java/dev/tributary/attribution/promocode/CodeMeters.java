package dev.tributary.attribution.promocode;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.LongCounter;
import io.opentelemetry.api.metrics.Meter;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Counts what becomes of uses, each by the state that it takes. Counted when it is written, so what
 * a fault undoes and repeats is counted twice.
 */
public final class CodeMeters {
  private static final AttributeKey<String> STATE = AttributeKey.stringKey("state");

  private final LongCounter settled;
  private final LongCounter swept;
  private final Map<Reservation.State, Attributes> states = new EnumMap<>(Reservation.State.class);

  /** Begins to count. */
  public CodeMeters(Meter meter) {
    this.settled = counter(meter, "tributary.code.settled", "Uses that recorded orders changed.");
    this.swept = counter(meter, "tributary.code.swept", "Holds that the sweeper ended.");
    for (Reservation.State state : Reservation.State.values()) {
      states.put(state, Attributes.of(STATE, state.name().toLowerCase(Locale.ROOT)));
    }
  }

  void settled(ReservationSheet sheet) {
    Stream.of(sheet.added(), sheet.changed())
        .flatMap(Collection::stream)
        .forEach(use -> settled.add(1, states.get(use.state())));
  }

  void swept(ReservationSheet sheet) {
    sheet.changed().forEach(hold -> swept.add(1, states.get(hold.state())));
  }

  private static LongCounter counter(Meter meter, String name, String description) {
    return meter.counterBuilder(name).setUnit("{use}").setDescription(description).build();
  }
}
