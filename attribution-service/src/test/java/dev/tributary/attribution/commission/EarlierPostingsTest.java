package dev.tributary.attribution.commission;

import static dev.tributary.attribution.Samples.time;
import static dev.tributary.attribution.commission.Payroll.day;
import static dev.tributary.attribution.commission.Payroll.order;
import static dev.tributary.attribution.commission.Payroll.startOf;
import static dev.tributary.attribution.commission.Payroll.terms;
import static dev.tributary.attribution.conversion.Orders.code;
import static dev.tributary.attribution.conversion.Orders.refund;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.tributary.attribution.EarlierVersion;
import dev.tributary.attribution.Samples;
import dev.tributary.attribution.TestAttribution;
import dev.tributary.attribution.conversion.Orders;
import dev.tributary.attribution.conversion.Shop;
import dev.tributary.attribution.v1.CommissionLine;
import dev.tributary.attribution.v1.Conversion;
import dev.tributary.attribution.v1.ConversionType;
import dev.tributary.attribution.v1.HoldKey;
import dev.tributary.attribution.v1.HoldServiceGrpc;
import dev.tributary.attribution.v1.HoldServiceGrpc.HoldServiceBlockingStub;
import dev.tributary.attribution.v1.ListHoldsRequest;
import dev.tributary.attribution.v1.ListWithheldChangesRequest;
import dev.tributary.attribution.v1.ListWithheldChangesResponse;
import dev.tributary.attribution.v1.OrderHold;
import dev.tributary.attribution.v1.PlaceHoldsRequest;
import dev.tributary.runtime.database.Database;
import dev.tributary.runtime.database.DatabaseConfig;
import dev.tributary.runtime.testing.TestDatabases;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Ledgers of before there were statements, and statements of before goals had longer names. */
abstract class EarlierPostingsTest {
  private static final String LONG_NAME = "n".repeat(64);

  private final TestDatabases kind;

  EarlierPostingsTest(TestDatabases kind) {
    this.kind = kind;
  }

  @Test
  void postings_of_before_they_knew_their_place_have_that_of_their_conversions_newest_entry() {
    TestAttribution before = TestAttribution.start(kind);
    Shop shop = new Shop(before).has(Samples.code("ANNA"));
    Shop other = new Shop(before).has(Samples.code("ANNA"));
    for (Shop each : List.of(shop, other)) {
      each.record(
          order("o-1", 10_000),
          order("o-2", 500),
          Orders.signUp("o-1").addCodes(code("ANNA")),
          order("test", 1_000).setTest(true));
    }
    shop.refund(refund("o-1", "r-1", 2_500));
    DatabaseConfig earlier = EarlierVersion.left(kind, "034", before);

    try (Database database = Database.open(earlier, "db/log", "db/follower", "db/attribution")) {
      assertThat(placesOfPostings(database)).hasSize(9).allMatch(Places::agree);
    }
  }

  @Test
  void postings_of_before_they_knew_their_place_come_into_the_first_statement_once() {
    TestAttribution before = TestAttribution.start(kind);
    Shop shop = new Shop(before).has(Samples.code("ANNA"));
    shop.record(order("o-1", 10_000), order("o-2", 500));
    shop.refund(refund("o-1", "r-1", 2_500));

    try (TestAttribution after =
        TestAttribution.startOn(EarlierVersion.left(kind, "034", before))) {
      Payroll payroll = new Payroll(after, shop.workspace());
      payroll.put(terms());
      after.clock().set(startOf(2).plusSeconds(60));
      payroll.lock(day(1));
      payroll.shop().record(order("o-3", 1_000));
      after.clock().set(startOf(3).plusSeconds(60));
      payroll.lock(day(2));

      assertThat(amounts(payroll, 1)).containsExactly(tuple("o-1", 750L), tuple("o-2", 50L));
      assertThat(amounts(payroll, 2)).containsExactly(tuple("o-3", 100L));
    }
  }

  @Test
  void statements_holds_and_withheld_changes_are_kept_when_names_of_goals_get_longer() {
    TestAttribution before = TestAttribution.start(kind);
    Payroll payroll = new Payroll(before).paying(terms());
    payroll.shop().has(Samples.link("anna-bio"));
    payroll.shop().record(order("o-1", 10_000), order("held", 700), Orders.order("nobodys"));
    hold(before, payroll, HoldKey.newBuilder().setOrderId("held").build());
    before.clock().set(startOf(2).plusSeconds(60));
    payroll.lock(day(1));
    payroll.shop().touched(Samples.touch("t-1").setEventTime(time(Orders.TIME.minusSeconds(60))));
    payroll.shop().settled("nobodys");
    List<CommissionLine> lines = payroll.lines(1);
    List<OrderHold> holds = holds(before, payroll);
    ListWithheldChangesResponse withheld = withheld(payroll);
    assertThat(withheld.getChangesCount()).isEqualTo(1);
    assertThat(holds).hasSize(1);

    try (TestAttribution after =
        TestAttribution.startOn(EarlierVersion.left(kind, "042", before))) {
      Payroll same = new Payroll(after, payroll.shop().workspace());
      assertThat(same.lines(1)).isEqualTo(lines);
      assertThat(holds(after, same)).isEqualTo(holds);
      assertThat(withheld(same)).isEqualTo(withheld);

      after.clock().set(startOf(2).plusSeconds(60));
      same.shop().record(goal("o-1", 2_000), goal("goal-held", 100));
      HoldKey named =
          HoldKey.newBuilder()
              .setType(ConversionType.CONVERSION_TYPE_CUSTOM)
              .setCustomType(LONG_NAME)
              .setOrderId("goal-held")
              .build();
      hold(after, same, named);
      after.clock().set(startOf(3).plusSeconds(60));
      same.lock(day(2));

      assertThat(amounts(same, 2)).containsExactly(tuple("o-1", 200L));
      assertThat(holds(after, same)).extracting(OrderHold::getKey).hasSize(2);
    }
  }

  private static Conversion.Builder goal(String orderId, long itemsMinor) {
    return order(orderId, itemsMinor)
        .setType(ConversionType.CONVERSION_TYPE_CUSTOM)
        .setCustomType(LONG_NAME);
  }

  private static List<org.assertj.core.groups.Tuple> amounts(Payroll payroll, long statement) {
    return payroll.lines(statement).stream()
        .map(line -> tuple(line.getOrderId(), line.getAmountMinor()))
        .toList();
  }

  private static ListWithheldChangesResponse withheld(Payroll payroll) {
    return payroll.calls().listWithheldChanges(ListWithheldChangesRequest.getDefaultInstance());
  }

  private static HoldServiceBlockingStub calls(TestAttribution service, Payroll payroll) {
    return HoldServiceGrpc.newBlockingStub(service.channel(payroll.shop().workspace()));
  }

  private static List<OrderHold> holds(TestAttribution service, Payroll payroll) {
    return calls(service, payroll)
        .listHolds(
            ListHoldsRequest.newBuilder().addAtLeast(payroll.shop().written().encode()).build())
        .getHoldsList();
  }

  private static void hold(TestAttribution service, Payroll payroll, HoldKey order) {
    assertThat(
            calls(service, payroll)
                .placeHolds(
                    PlaceHoldsRequest.newBuilder()
                        .setBatchId("hold-" + order.getOrderId())
                        .setActor("ria")
                        .setReason("looks odd")
                        .addOrders(order)
                        .build())
                .getOutcome()
                .getOrderCount())
        .isEqualTo(1);
  }

  private static List<Places> placesOfPostings(Database database) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    """
                    select p.sequence, c.sequence from posting p
                    join conversion c
                      on c.shard = p.shard and c.workspace = p.workspace
                      and c.storefront_id = p.storefront_id
                      and c.conversion_type = p.conversion_type and c.order_id = p.order_id""")
                .map((row, context) -> new Places(row.getLong(1), row.getLong(2)))
                .list());
  }

  /** Where a posting and its conversion stand in the feed. */
  private record Places(long posting, long conversion) {
    boolean agree() {
      return posting > 0 && posting == conversion;
    }
  }
}
