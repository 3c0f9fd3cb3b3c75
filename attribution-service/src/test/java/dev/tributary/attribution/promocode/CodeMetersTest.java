package dev.tributary.attribution.promocode;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.attribution.promocode.Reservation.State;
import dev.tributary.runtime.money.Money;
import dev.tributary.runtime.telemetry.MeteringConfig;
import dev.tributary.runtime.telemetry.Telemetry;
import dev.tributary.runtime.testing.Scrape;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CodeMetersTest {
  @Test
  void uses_are_counted_by_what_became_of_them() throws Exception {
    int port = Scrape.freePort();
    try (Telemetry telemetry = Telemetry.open(new MeteringConfig("127.0.0.1", port))) {
      CodeMeters meters = new CodeMeters(telemetry.meter());

      meters.settled(sheet(State.USED));
      meters.swept(sheet(State.EXPIRED));

      assertThat(Scrape.until(port, "tributary_code_swept_total"))
          .contains(
              "tributary_code_settled_total{otel_scope_name=\"dev.tributary\",state=\"used\"} 1.0",
              "tributary_code_swept_total{otel_scope_name=\"dev.tributary\",state=\"expired\"} 1.0");
    }
  }

  /** A hold that took another state. */
  private static ReservationSheet sheet(State state) {
    Money money = new Money("EUR", 100);
    Instant now = Instant.EPOCH;
    Reservation held =
        new Reservation(
            "code-1",
            "order-1",
            Optional.empty(),
            State.HELD,
            money,
            money,
            now,
            now,
            Optional.empty(),
            1);
    ReservationSheet sheet = new ReservationSheet(Map.of(), Map.of(), List.of(held));
    sheet.put(held.in(state));
    return sheet;
  }
}
