package dev.tributary.attribution.commission;

import static dev.tributary.attribution.commission.Payroll.day;
import static dev.tributary.attribution.commission.Payroll.startOf;
import static dev.tributary.attribution.commission.Payroll.terms;

import dev.tributary.attribution.TestAttribution;
import dev.tributary.runtime.database.Database;
import dev.tributary.runtime.testing.TestDatabases;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** Periods are locked and statements written, through the whole service. */
@TestInstance(Lifecycle.PER_CLASS)
abstract class StatementCalls {
  final TestAttribution service;

  StatementCalls(TestDatabases kind) {
    service = TestAttribution.start(kind);
  }

  @AfterAll
  void stop() {
    service.close();
  }

  @BeforeEach
  void resetClock() {
    service.clock().set(TestAttribution.NOW);
  }

  Payroll payroll() {
    return new Payroll(service).paying(terms());
  }

  void toDay(int day) {
    service.clock().set(startOf(day).plusSeconds(60));
  }

  /** What holds will write; only the order's own mark is looked at. */
  void hold(Payroll payroll, String orderId, @Nullable String state) {
    try (Database database =
        Database.open(service.database(), "db/log", "db/follower", "db/attribution")) {
      database.write(
          handle ->
              handle
                  .createUpdate(
                      """
                      update conversion set hold_state = :state
                      where workspace = :workspace and order_id = :orderId""")
                  .bind("state", state)
                  .bind("workspace", payroll.shop().workspace())
                  .bind("orderId", orderId)
                  .execute());
    }
  }
}
