package dev.tributary.attribution.promocode;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.attribution.Samples;
import dev.tributary.attribution.TestAttribution;
import dev.tributary.attribution.conversion.CodedOrders;
import dev.tributary.attribution.conversion.ConversionKey;
import dev.tributary.attribution.conversion.ConversionType;
import dev.tributary.attribution.conversion.Orders;
import dev.tributary.attribution.conversion.PurchaseStore;
import dev.tributary.attribution.conversion.Shop;
import dev.tributary.runtime.database.Database;
import dev.tributary.runtime.testing.TestDatabases;
import io.opentelemetry.api.metrics.MeterProvider;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OrderUsesTest {
  private static final byte[] TOMBSTONE = new byte[16];

  @ParameterizedTest
  @EnumSource
  void a_customer_who_is_forgotten_between_look_and_lock_is_not_written_down_again(
      TestDatabases kind) {
    try (TestAttribution service = TestAttribution.start(kind);
        Database database =
            Database.open(service.database(), "db/log", "db/follower", "db/attribution")) {
      Shop shop = new Shop(service).has(Samples.code("ANNA10"));
      shop.record(Orders.order("o-1").setCustomerId("eva").addCodes(Orders.code("ANNA10")));
      shop.settled("o-1");
      OrderUses uses =
          new OrderUses(new PurchaseStore(), new CodeMeters(MeterProvider.noop().get("")));
      List<DueUse> due =
          database.write(
              handle -> {
                handle.execute("delete from code_reservation");
                handle.execute("delete from code_customer_counter");
                List<UsingOrder> orders = orders(handle, shop.workspace());
                return uses.due(handle, shop.workspace(), orders);
              });

      database.write(
          handle -> {
            handle.execute("update conversion set customer_key = ?", TOMBSTONE);
            return uses.settle(handle, shop.workspace(), TestAttribution.NOW, due);
          });

      assertThat(customers(database, "code_reservation")).containsExactly(TOMBSTONE);
      assertThat(customers(database, "code_customer_counter")).containsExactly(TOMBSTONE);
    }
  }

  private static List<UsingOrder> orders(Handle handle, String workspace) {
    return new CodedOrders()
        .of(handle, workspace, List.of(new ConversionKey("main", ConversionType.PURCHASE, "o-1")));
  }

  private static List<byte[]> customers(Database database, String table) {
    return database.read(
        handle ->
            handle.createQuery("select customer_key from " + table).mapTo(byte[].class).list());
  }
}
