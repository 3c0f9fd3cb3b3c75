package dev.tributary.attribution.promocode;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.attribution.conversion.PurchaseStore;
import dev.tributary.attribution.conversion.Shop;
import dev.tributary.runtime.testing.TestDatabases;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class HoldSweeperPostgresTest extends HoldSweeperTest {
  HoldSweeperPostgresTest() {
    super(TestDatabases.POSTGRES);
  }

  @Test
  void a_code_that_somebody_writes_to_is_left_for_the_next_time() {
    Shop shop = shop();
    reserve(shop, "left", TTL);
    int shard = NewPromoCode.shard(shop.workspace(), "ANNA10");

    int ended =
        database.write(
            handle -> {
              assertThat(feed.lock(handle, Set.of(shard)).shards()).containsExactly(shard);
              return CompletableFuture.supplyAsync(sweeper(new PurchaseStore())::sweep).join();
            });

    assertThat(ended).isZero();
    assertThat(usage(shop).held()).isEqualTo(1);
    assertThat(sweeper(new PurchaseStore()).sweep()).isEqualTo(1);
  }
}
