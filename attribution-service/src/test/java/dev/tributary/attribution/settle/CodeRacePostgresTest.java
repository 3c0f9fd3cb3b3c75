package dev.tributary.attribution.settle;

import static dev.tributary.attribution.conversion.Orders.code;
import static dev.tributary.attribution.conversion.Orders.order;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.attribution.AttributionApp;
import dev.tributary.attribution.Samples;
import dev.tributary.attribution.TestAttribution;
import dev.tributary.attribution.conversion.Shop;
import dev.tributary.attribution.promocode.CodeUsage;
import dev.tributary.attribution.promocode.UsesView;
import dev.tributary.attribution.v1.CodeLimits;
import dev.tributary.attribution.v1.ReservePromoCodeRequest;
import dev.tributary.runtime.log.Positions;
import dev.tributary.runtime.testing.TestDatabases;
import dev.tributary.type.v1.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** 64 clients race for the uses of one code through two processes on one PostgreSQL. */
@TestInstance(Lifecycle.PER_CLASS)
class CodeRacePostgresTest {
  private static final int CLIENTS = 64;
  private static final int ORDERS = 1_300;
  private static final int CUSTOMERS = 13;

  private final TestAttribution first = TestAttribution.start(TestDatabases.POSTGRES);
  private final TestAttribution second = TestAttribution.startOn(first.database());
  private final UsesView view = new UsesView(first.database());
  private final ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);

  /** What the checkouts were told, by order. */
  private final Map<Integer, Boolean> reserved = new ConcurrentHashMap<>();

  @AfterAll
  void stop() {
    clients.shutdown();
    view.close();
    second.close();
    first.close();
  }

  @Test
  void of_orders_that_race_for_a_thousand_uses_exactly_a_thousand_succeed() throws Exception {
    Shop shop = has(CodeLimits.newBuilder().setMaxUses(1_000));

    Positions written = race(shop.workspace(), i -> "customer-" + i);

    assertThat(reserved.values().stream().filter(Boolean::booleanValue)).hasSize(1_000);
    requireAccountedFor(shop, written, 1_000, "LIMIT_TOTAL");
  }

  @Test
  void of_orders_of_each_customer_exactly_as_many_succeed_as_one_may_have() throws Exception {
    Shop shop = has(CodeLimits.newBuilder().setMaxUsesPerCustomer(40));

    Positions written = race(shop.workspace(), i -> "customer-" + i % CUSTOMERS);

    Map<Integer, Long> uses =
        reserved.keySet().stream()
            .filter(reserved::get)
            .collect(Collectors.groupingBy(i -> i % CUSTOMERS, Collectors.counting()));
    assertThat(uses).hasSize(CUSTOMERS);
    assertThat(uses.values()).containsOnly(40L);
    requireAccountedFor(shop, written, 40 * CUSTOMERS, "LIMIT_CUSTOMER");
  }

  /** Every order is recorded, whether it was refused or not, and none is lost. */
  private void requireAccountedFor(Shop shop, Positions written, int uses, String reason) {
    shop.settled("order-0", written);
    assertThat(view.usage(shop.workspace(), "ANNA10"))
        .isEqualTo(new CodeUsage(uses, 0, ORDERS - uses));
    Map<String, String> states = view.states(shop.workspace(), "ANNA10");
    assertThat(states).hasSize(ORDERS);
    reserved.forEach(
        (i, success) ->
            assertThat(states)
                .containsEntry("order-" + i, success ? "USED 2" : "OVER_LIMIT " + reason + " 1"));
    assertThat(shop.flagged())
        .isEqualTo(
            reserved.keySet().stream()
                .filter(i -> !reserved.get(i))
                .map(i -> "order-" + i)
                .collect(Collectors.toSet()));
  }

  private Shop has(CodeLimits.Builder limits) {
    reserved.clear();
    return new Shop(first).has(Samples.code("ANNA10").setLimits(limits));
  }

  /** Sends all orders, each reserved and then recorded; answers where they all stand. */
  private Positions race(String workspace, IntFunction<String> customers)
      throws ExecutionException, InterruptedException {
    AtomicInteger next = new AtomicInteger();
    List<Future<Positions>> running = new ArrayList<>();
    for (int client = 0; client < CLIENTS; client++) {
      Shop shop = new Shop(client % 2 == 0 ? first : second, workspace);
      running.add(
          clients.submit(
              () -> {
                for (int i = next.getAndIncrement(); i < ORDERS; i = next.getAndIncrement()) {
                  checkout(shop, i, customers.apply(i));
                }
                return shop.written();
              }));
    }
    Positions written = Positions.empty(AttributionApp.FEED);
    for (Future<Positions> each : running) {
      written = written.merge(each.get());
    }
    return written;
  }

  private void checkout(Shop shop, int i, String customer) {
    ReservePromoCodeRequest.Builder wish =
        ReservePromoCodeRequest.newBuilder()
            .setCode("anna10")
            .setOrderKey("order-" + i)
            .setCustomerId(customer)
            .setAmount(eur(10_000))
            .setDiscount(eur(1_000));
    reserved.put(i, shop.reserve(wish).getReserved());
    shop.record(order("order-" + i).setCustomerId(customer).addCodes(code("Anna10", 1_000)));
  }

  private static Money eur(long minor) {
    return Money.newBuilder().setCurrencyCode("EUR").setMinorUnits(minor).build();
  }
}
