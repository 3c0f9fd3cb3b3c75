package dev.tributary.local.importing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.attribution.v1.Components;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RefundSplitTest {
  private static final Components BOUGHT =
      Components.newBuilder()
          .setItemsMinor(11_000)
          .setDiscountMinor(1_000)
          .setTaxMinor(2_000)
          .setShippingMinor(500)
          .build();

  @ParameterizedTest
  @CsvSource({
    "0, 0, 0, 0",
    "1200, 1000, 200, 0",
    "12000, 10000, 2000, 0",
    "12500, 10000, 2000, 500"
  })
  void with_tax_on_top_goods_and_their_tax_come_back_before_shipping(
      long sum, long items, long tax, long shipping) {
    assertThat(RefundSplit.of(sum, BOUGHT, false)).isEqualTo(parts(items, tax, shipping));
  }

  @ParameterizedTest
  @CsvSource({"5000, 5000, 1000, 0", "10500, 10000, 2000, 500"})
  void with_tax_included_it_stays_inside_the_goods(long sum, long items, long tax, long shipping) {
    assertThat(RefundSplit.of(sum, BOUGHT, true)).isEqualTo(parts(items, tax, shipping));
  }

  @Test
  void the_parts_add_up_to_every_sum() {
    for (long sum = 0; sum <= 12_500; sum += 7) {
      assertThat(RefundSplit.paid(RefundSplit.of(sum, BOUGHT, false), false)).isEqualTo(sum);
      assertThat(RefundSplit.paid(RefundSplit.of(sum, BOUGHT, true), true)).isEqualTo(sum);
    }
  }

  private static Components parts(long items, long tax, long shipping) {
    return Components.newBuilder()
        .setItemsMinor(items)
        .setTaxMinor(tax)
        .setShippingMinor(shipping)
        .build();
  }
}
