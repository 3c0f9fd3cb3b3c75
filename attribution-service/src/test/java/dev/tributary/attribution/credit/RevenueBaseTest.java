package dev.tributary.attribution.credit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** What of an order is credited. */
class RevenueBaseTest {
  private static final Components ORDER =
      new Components(
          Map.of(
              Component.ITEMS, 12_000L,
              Component.DISCOUNT, 2_000L,
              Component.TAX, 1_600L,
              Component.SHIPPING, 499L,
              Component.GIFT_CARD, 5_000L,
              Component.TIP, 100L));

  @Test
  void net_sales_are_items_less_discount_without_tax_and_shipping() {
    assertThat(RevenueBase.NET_SALES.of(ORDER, TaxMode.EXCLUDED)).isEqualTo(10_000);
  }

  @Test
  void tax_inside_the_prices_is_taken_out() {
    assertThat(RevenueBase.NET_SALES.of(ORDER, TaxMode.INCLUDED)).isEqualTo(8_400);
  }

  @Test
  void a_refund_of_shipping_alone_has_no_base() {
    Components shipping = new Components(Map.of(Component.SHIPPING, 499L));

    assertThat(RevenueBase.NET_SALES.of(shipping, TaxMode.INCLUDED)).isZero();
  }

  @Test
  void parts_that_contradict_each_other_give_a_negative_base() {
    Components contradiction =
        new Components(Map.of(Component.ITEMS, 100L, Component.DISCOUNT, 101L));

    assertThat(RevenueBase.NET_SALES.of(contradiction, TaxMode.EXCLUDED)).isEqualTo(-1);
  }

  @Test
  void what_was_not_told_is_not_zero() {
    assertThat(Components.NONE.told(Component.TAX)).isEqualTo(OptionalLong.empty());
    assertThat(Components.NONE.orZero(Component.TAX)).isZero();
  }

  @Test
  void a_change_adds_to_what_was_told_and_tells_what_was_not() {
    ComponentChanges changes =
        new ComponentChanges(Map.of(Component.ITEMS, -2_000L, Component.TIP, 50L));

    Components changed = new Components(Map.of(Component.ITEMS, 5_000L)).changedBy(changes);

    assertThat(changed.minor()).isEqualTo(Map.of(Component.ITEMS, 3_000L, Component.TIP, 50L));
  }

  @Test
  void a_change_below_zero_names_its_part() {
    ComponentChanges changes = new ComponentChanges(Map.of(Component.DISCOUNT, -1L));

    assertThat(changes.firstMisfit(Components.NONE)).contains(Component.DISCOUNT);
    assertThatThrownBy(() -> Components.NONE.changedBy(changes))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("discount_minor: -1");
  }

  @Test
  void amounts_have_a_limit_that_keeps_sums_in_range() {
    assertThatThrownBy(() -> new Components(Map.of(Component.ITEMS, Components.MINOR_MAX + 1)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
