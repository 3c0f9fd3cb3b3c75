package dev.tributary.attribution.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tributary.attribution.v1.ReconcileRequest;
import dev.tributary.runtime.api.ApiException;
import dev.tributary.type.v1.ErrorReason;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ShopFileTest {
  private static final byte[] EMPTY = ReconcileRequest.getDefaultInstance().toByteArray();

  private final ShopFile file = new ShopFile(AShopOrder.MARCH);

  @Test
  void a_million_orders_are_taken_and_not_one_more() {
    for (int batch = 0; batch < 1_000; batch++) {
      file.add(orders(batch * 1_000, 1_000), EMPTY);
    }

    assertThat(file.size()).isEqualTo(1_000_000);
    assertThat(refused(orders(1_000_000, 1), EMPTY)).isEqualTo(ErrorReason.ERROR_REASON_BATCH_SIZE);
  }

  @Test
  void more_than_256_mebibytes_are_refused() {
    byte[] four = new byte[4 << 20];
    for (int batch = 0; batch < 64; batch++) {
      file.add(orders(batch, 1), four);
    }

    assertThat(refused(orders(64, 1), EMPTY)).isNull();
    assertThat(refused(orders(65, 1), new byte[1])).isEqualTo(ErrorReason.ERROR_REASON_BATCH_SIZE);
  }

  @Test
  void an_order_that_was_listed_before_is_refused_in_another_batch_too() {
    file.add(orders(1, 2), EMPTY);

    assertThat(refused(orders(2, 1), EMPTY)).isEqualTo(ErrorReason.ERROR_REASON_FIELD_INVALID);
    assertThat(file.lists("2")).isTrue();
    assertThat(file.lists("3")).isFalse();
  }

  private ErrorReason refused(List<ShopOrder> orders, byte[] batch) {
    ApiException refused = catchThrowableOfType(ApiException.class, () -> file.add(orders, batch));
    return refused == null ? null : refused.reason();
  }

  private static List<ShopOrder> orders(int first, int count) {
    return IntStream.range(first, first + count)
        .mapToObj(
            id ->
                new ShopOrder(
                    Integer.toString(id),
                    Instant.EPOCH,
                    "EUR",
                    new ShopFigures(OptionalLong.of(1), OptionalLong.empty(), OptionalLong.empty()),
                    0,
                    List.of(),
                    false,
                    false))
        .toList();
  }
}
