package dev.tributary.attribution.settle;

import static dev.tributary.attribution.conversion.Orders.code;
import static dev.tributary.attribution.conversion.Orders.order;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.attribution.Samples;
import dev.tributary.attribution.TestAttribution;
import dev.tributary.attribution.conversion.Orders;
import dev.tributary.attribution.conversion.Shop;
import dev.tributary.attribution.promocode.UsesView;
import dev.tributary.attribution.v1.CodeLimits;
import dev.tributary.attribution.v1.PaymentState;
import dev.tributary.runtime.database.DatabaseConfig;
import dev.tributary.runtime.testing.TestDatabases;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The settler counts each use once, however often it looks at an order. */
class UsesRestartTest {
  private static final int ORDERS = 20;

  @ParameterizedTest
  @EnumSource
  void after_a_restart_and_a_look_at_everything_again_nothing_has_changed(TestDatabases kind) {
    DatabaseConfig database = kind.fresh();
    String workspace = TestAttribution.newWorkspace();
    try (TestAttribution service = TestAttribution.startOn(database)) {
      Shop shop =
          new Shop(service, workspace)
              .has(Samples.code("ANNA10").setLimits(CodeLimits.newBuilder().setMaxUses(7)));
      for (int i = 0; i < ORDERS; i++) {
        shop.record(order("o-" + i).addCodes(code("ANNA10", 100)));
      }
      shop.record(
          order("o-0")
              .addCodes(code("ANNA10", 100))
              .setPaymentState(PaymentState.PAYMENT_STATE_VOIDED)
              .setPaymentStateTime(Samples.time(Orders.TIME.plusSeconds(1))));
    }
    List<Map<String, String>> settled = settledRows(database, workspace);
    assertThat(settled).hasSizeGreaterThan(2 * ORDERS - 8);
    try (UsesView view = new UsesView(database)) {
      view.forgetWhatWasSettled();
    }

    assertThat(settledRows(database, workspace)).isEqualTo(settled);
  }

  /** What there is when another process of the service has settled everything. */
  private static List<Map<String, String>> settledRows(DatabaseConfig database, String workspace) {
    try (TestAttribution service = TestAttribution.startOn(database);
        UsesView view = new UsesView(database)) {
      Shop shop = new Shop(service, workspace);
      for (int i = 0; i < ORDERS; i++) {
        // A resend answers with the place of the order, which says what to wait for.
        shop.record(order("o-" + i).addCodes(code("ANNA10", 100)));
      }
      shop.settled("o-0");
      return view.rows();
    }
  }
}
