package dev.tributary.attribution.conversion;

import static dev.tributary.attribution.conversion.Orders.order;
import static dev.tributary.attribution.conversion.Orders.renewal;
import static dev.tributary.attribution.conversion.Orders.signUp;
import static dev.tributary.attribution.conversion.Orders.start;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.attribution.TestAttribution;
import dev.tributary.attribution.goal.Goal;
import dev.tributary.attribution.v1.AmountRule;
import dev.tributary.attribution.v1.Conversion;
import dev.tributary.attribution.v1.ConversionStage;
import dev.tributary.attribution.v1.ConversionType;
import dev.tributary.attribution.v1.ConversionTypeInfo;
import dev.tributary.attribution.v1.GetConversionRequest;
import dev.tributary.attribution.v1.ListConversionTypesRequest;
import dev.tributary.attribution.v1.OrderTotals;
import dev.tributary.attribution.v1.SummarizeCreditsRequest;
import dev.tributary.runtime.testing.TestDatabases;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** What conversions can be, and which of them have an amount. */
@TestInstance(Lifecycle.PER_CLASS)
abstract class GoalsTest {
  private final TestAttribution service;

  GoalsTest(TestDatabases kind) {
    service = TestAttribution.start(kind);
  }

  @AfterAll
  void close() {
    service.close();
  }

  @Test
  void every_goal_is_listed_with_its_amount_rule_its_stage_and_its_kpi() {
    List<ConversionTypeInfo> types =
        new Shop(service)
            .conversions()
            .listConversionTypes(ListConversionTypesRequest.getDefaultInstance())
            .getTypesList();

    assertThat(types)
        .extracting(ConversionTypeInfo::getType)
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(ConversionType.values())
                .filter(type -> type != ConversionType.UNRECOGNIZED && type.getNumber() > 0)
                .toList());
    assertThat(types).extracting(ConversionTypeInfo::getStage).isSorted();
    assertThat(types)
        .contains(
            info(ConversionType.CONVERSION_TYPE_LEAD, AmountRule.AMOUNT_RULE_NONE)
                .setStage(ConversionStage.CONVERSION_STAGE_MOFU)
                .setKpiId("leads")
                .setDisplayName("Lead")
                .build(),
            info(ConversionType.CONVERSION_TYPE_TRIAL, AmountRule.AMOUNT_RULE_OPTIONAL)
                .setStage(ConversionStage.CONVERSION_STAGE_BOFU)
                .setKpiId("trials")
                .setDisplayName("Trial")
                .build());
  }

  @Test
  void a_conversion_of_every_goal_is_recorded_once_and_read_back() {
    Shop shop = new Shop(service);
    for (Goal goal : Goal.values()) {
      Conversion.Builder sent = conversion(goal);

      assertThat(Shop.statuses(shop.record(sent))).as(goal.name()).containsExactly("RECORDED");
      assertThat(Shop.statuses(shop.record(sent)))
          .as(goal.name())
          .containsExactly("ALREADY_RECORDED");

      Conversion read =
          shop.conversions()
              .getConversion(
                  GetConversionRequest.newBuilder()
                      .setType(sent.getType())
                      .setCustomType(sent.getCustomType())
                      .setOrderId("o-1")
                      .build())
              .getConversion()
              .getConversion();
      assertThat(read.getType()).isEqualTo(sent.getType());
      assertThat(read.getCustomType()).isEqualTo(sent.getCustomType());
      assertThat(read.getComponents()).isEqualTo(sent.getComponents());
    }
  }

  @Test
  void custom_goals_of_one_order_are_told_apart_by_their_names() {
    Shop shop = new Shop(service);

    assertThat(
            Shop.statuses(
                shop.record(
                    custom("deposit"), custom("donation"), custom("deposit").setTest(true))))
        .containsExactly("RECORDED", "RECORDED", "ALREADY_RECORDED");
    assertThat(
            Orders.refundStatuses(
                shop.refund(
                    Orders.refund("o-1", "r-1", 100)
                        .setType(ConversionType.CONVERSION_TYPE_CUSTOM)
                        .setCustomType("deposit"))))
        .containsExactly("RECORDED");
  }

  @Test
  void a_custom_goal_needs_a_name_and_no_other_has_one() {
    assertThat(
            Shop.statuses(
                new Shop(service)
                    .record(
                        custom("a").clearCustomType(),
                        custom("not a name"),
                        custom("x".repeat(65)),
                        order("o-1").setCustomType("a"))))
        .containsExactly(
            "FIELD_MISSING custom_type",
            "FIELD_MALFORMED custom_type",
            "FIELD_MALFORMED custom_type",
            "FIELD_MALFORMED custom_type");
  }

  @Test
  void an_amount_is_required_optional_or_refused_as_the_table_says() {
    Shop shop = new Shop(service);
    for (Goal goal : Goal.values()) {
      Conversion.Builder with = order("with").setType(type(goal));
      Conversion.Builder without = order("without").setType(type(goal)).clearComponents();
      complete(goal, with);
      complete(goal, without);

      List<String> statuses = Shop.statuses(shop.record(with, without.clearCurrencyCode()));

      assertThat(statuses)
          .as(goal.name())
          .isEqualTo(
              switch (goal.amount()) {
                case REQUIRED -> List.of("RECORDED", "FIELD_MISSING components");
                case OPTIONAL -> List.of("RECORDED", "RECORDED");
                case NONE -> List.of("FIELD_MALFORMED components", "RECORDED");
              });
    }
  }

  @Test
  void a_currency_without_components_is_refused_where_both_are_optional() {
    assertThat(
            Shop.statuses(
                new Shop(service)
                    .record(
                        order("o-1")
                            .setType(ConversionType.CONVERSION_TYPE_TRIAL)
                            .clearComponents())))
        .containsExactly("FIELD_MISSING components");
  }

  @Test
  void a_free_trial_is_cancelled_without_an_amount_and_a_paid_one_with_one() {
    Shop shop = new Shop(service);
    Conversion.Builder paid = order("paid").setType(ConversionType.CONVERSION_TYPE_TRIAL);
    Conversion.Builder free =
        order("free")
            .setType(ConversionType.CONVERSION_TYPE_TRIAL)
            .clearComponents()
            .clearCurrencyCode();
    shop.record(paid, free);

    assertThat(
            Orders.refundStatuses(
                shop.refund(
                    Orders.refund("paid", "r-1", 100).setType(paid.getType()),
                    Orders.cancellation("free", "r-1").setType(free.getType()).clearCurrencyCode(),
                    Orders.refund("free", "r-2", 100).setType(free.getType()))))
        .containsExactly("RECORDED", "RECORDED", "CURRENCY_MISMATCH currency_code");
  }

  @Test
  void a_place_in_a_subscription_must_fit_the_goal() {
    assertThat(
            Shop.statuses(
                new Shop(service)
                    .record(
                        renewal("o-1", "", 2),
                        renewal("o-2", "s-1", 1),
                        renewal("o-3", "s-1", 2).clearSequence(),
                        start("o-4", "s-1").setSequence(2),
                        order("o-5").setSubscriptionId("s-1"),
                        signUp("o-6").setSequence(0),
                        start("o-7", "s-1").setSequence(1),
                        start("o-8", "").setSequence(1),
                        start("o-9", ""))))
        .containsExactly(
            "FIELD_MISSING subscription_id",
            "OUT_OF_RANGE sequence",
            "FIELD_MISSING sequence",
            "OUT_OF_RANGE sequence",
            "FIELD_MALFORMED subscription_id",
            "FIELD_MALFORMED sequence",
            "RECORDED",
            "FIELD_MISSING subscription_id",
            "RECORDED");
  }

  @Test
  void another_subscription_under_the_same_order_is_reused_and_names_the_field() {
    Shop shop = new Shop(service);
    shop.record(start("o-1", "s-1"));

    assertThat(Shop.statuses(shop.record(start("o-1", "s-2"))))
        .containsExactly("ID_REUSED subscription_id");
  }

  @Test
  void whatever_has_an_amount_is_among_the_orders_of_a_summary() {
    Shop shop = new Shop(service);
    shop.record(order("o-1"), start("o-2", "s-1"), renewal("o-3", "s-1", 2), signUp("o-4"));

    List<OrderTotals> orders =
        shop.analysis()
            .summarizeCredits(SummarizeCreditsRequest.getDefaultInstance())
            .getOrdersList();

    assertThat(orders).hasSize(1);
    assertThat(orders.get(0).getOrderCount()).isEqualTo(3);
    assertThat(orders.get(0).getNetSalesMinor()).isEqualTo(30_000);
  }

  private static ConversionTypeInfo.Builder info(ConversionType type, AmountRule amount) {
    return ConversionTypeInfo.newBuilder().setType(type).setAmount(amount);
  }

  private static Conversion.Builder custom(String name) {
    return order("o-1").setType(ConversionType.CONVERSION_TYPE_CUSTOM).setCustomType(name);
  }

  private static Conversion.Builder conversion(Goal goal) {
    Conversion.Builder proto = order("o-1").setType(type(goal));
    if (goal.amount() == Goal.AmountRule.NONE) {
      proto.clearComponents().clearCurrencyCode();
    }
    complete(goal, proto);
    return proto;
  }

  private static void complete(Goal goal, Conversion.Builder proto) {
    if (goal == Goal.CUSTOM) {
      proto.setCustomType("deposit");
    }
    if (goal == Goal.SUBSCRIPTION_RENEWAL) {
      proto.setSubscriptionId("s-1").setSequence(2);
    }
  }

  private static ConversionType type(Goal goal) {
    return ConversionType.valueOf("CONVERSION_TYPE_" + goal.name());
  }
}
