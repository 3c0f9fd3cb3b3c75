package dev.tributary.metrics.feed;

import static dev.tributary.metrics.testing.Attributed.byCode;
import static dev.tributary.metrics.testing.Attributed.byLink;
import static dev.tributary.metrics.testing.Attributed.click;
import static dev.tributary.metrics.testing.Attributed.code;
import static dev.tributary.metrics.testing.Attributed.commission;
import static dev.tributary.metrics.testing.Attributed.nobody;
import static dev.tributary.metrics.testing.Attributed.order;
import static dev.tributary.metrics.testing.Attributed.owner;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import dev.tributary.attribution.v1.CommissionFact;
import dev.tributary.attribution.v1.CommissionMovementKind;
import dev.tributary.attribution.v1.CommissionTerms;
import dev.tributary.attribution.v1.ErasureFact;
import dev.tributary.attribution.v1.FeedEntry;
import dev.tributary.attribution.v1.IdentityLinkFact;
import dev.tributary.attribution.v1.Owner;
import dev.tributary.attribution.v1.PaymentState;
import dev.tributary.metrics.testing.Attributed;
import dev.tributary.metrics.testing.Tables;
import dev.tributary.metrics.testing.TestLog;
import dev.tributary.runtime.database.Database;
import dev.tributary.runtime.feed.FeedItem;
import dev.tributary.runtime.testing.Seeds;
import dev.tributary.runtime.testing.TestDatabases;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource
class AttributionApplierTest {
  private static final Owner ANNA = owner("anna-spring", "anna", "spring");
  private static final Owner BO = owner("bo-spring", "bo", "spring");
  private static final String NOON = "2026-05-04T12:00:00Z";

  private final Database database;
  private final AttributionApplier applier = new AttributionApplier();
  private final TestLog<FeedEntry> log = new TestLog<>();

  AttributionApplierTest(TestDatabases kind) {
    database = kind.open("db/follower", "db/metrics");
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void a_higher_revision_replaces_every_credit_of_a_lower_one() {
    apply(log.add("o", order("#1001", 1, NOON, byCode(ANNA, 600), byLink(BO, 400))).items());
    apply(new TestLog<FeedEntry>().add("o", order("#1001", 2, NOON, byLink(BO, 900))).items());
    assertThat(rows("credit"))
        .singleElement()
        .asString()
        .contains("collaboration_id=bo-spring", "net_minor=900");
    assertThat(rows("conversion")).singleElement().asString().contains("revision=2");
  }

  @Test
  void a_lower_revision_that_comes_late_changes_nothing() {
    apply(log.add("o", order("#1001", 2, NOON, byLink(BO, 900))).items());
    apply(
        new TestLog<FeedEntry>()
            .add("o", order("#1001", 1, NOON, byCode(ANNA, 600), byLink(BO, 400)))
            .items());
    assertThat(rows("credit")).singleElement().asString().contains("net_minor=900");
  }

  @Test
  void of_several_revisions_in_one_page_the_highest_stays() {
    log.add("o", order("#1001", 1, NOON, byCode(ANNA, 100)))
        .add("o", order("#1001", 2, NOON, byCode(ANNA, 60)))
        .add("o", order("#1001", 3, NOON, nobody(30)));
    apply(log.items());
    assertThat(rows("credit"))
        .singleElement()
        .asString()
        .contains("net_minor=30", "collaboration_id=,");
  }

  @Test
  void orders_of_two_shops_or_types_with_one_id_stay_apart() {
    log.add("a", order("1", 1, NOON, byCode(ANNA, 1)))
        .add("b", order("1", 1, NOON, order -> order.setStorefrontId("us"), byCode(ANNA, 2)))
        .add("c", order("1", 1, NOON, order -> order.setTypeValue(2), byCode(ANNA, 0)));
    apply(log.items());
    assertThat(rows("credit")).hasSize(3);
  }

  @Test
  void a_cancelled_or_voided_order_is_marked() {
    log.add("a", order("1", 1, NOON, order -> order.setCancelled(true), byCode(ANNA, 0)))
        .add(
            "b",
            order(
                "2",
                1,
                NOON,
                order -> order.setPaymentState(PaymentState.PAYMENT_STATE_VOIDED),
                byCode(ANNA, 0)));
    apply(log.items());
    assertThat(rows("credit")).allMatch(row -> row.contains("reversed=true"));
  }

  @Test
  void every_touch_is_kept_and_nothing_of_the_person() {
    ByteString person = ByteString.copyFromUtf8("0123456789abcdef");
    log.add("v1", Attributed.touch("bio", NOON, touch -> touch.setPersonKey(person)))
        .add("v1", click("bio", NOON))
        .add("v2", click("bio", NOON));
    apply(log.items());
    assertThat(rows("touch")).hasSize(3).noneMatch(row -> row.contains("0123456789abcdef"));
  }

  @Test
  void identity_links_and_erasures_are_passed_over_knowingly_and_change_nothing() {
    log.add("v1", click("bio", NOON));
    apply(log.items());
    List<String> before = rows("touch");
    long unknownBefore = applier.unknownEntries();
    log.add(
            "v1",
            FeedEntry.newBuilder()
                .setIdentityLink(IdentityLinkFact.newBuilder().setIdentityLinkId("l-1"))
                .build())
        .add(
            "e",
            FeedEntry.newBuilder().setErased(ErasureFact.newBuilder().setErasureId("e-1")).build());
    apply(log.items());
    assertThat(rows("touch")).isEqualTo(before);
    assertThat(applier.unknownEntries()).isEqualTo(unknownBefore);
  }

  @Test
  void of_commissions_the_highest_number_stays_whatever_comes_last() {
    apply(log.add("o", accrued("#1", 2, 90)).items());
    apply(new TestLog<FeedEntry>().add("o", accrued("#1", 1, 100)).items());
    assertThat(rows("commission_movement"))
        .singleElement()
        .asString()
        .contains("total_minor=90", "movement_no=2", "collaboration_id=anna-spring");
  }

  @Test
  void terms_leave_no_trace_and_are_not_unknown() {
    FeedEntry terms =
        FeedEntry.newBuilder()
            .setCommission(
                CommissionFact.newBuilder().setTerms(CommissionTerms.newBuilder().setOwner(ANNA)))
            .build();
    apply(log.add("c", terms).items());
    assertThat(rows("commission_movement")).isEmpty();
    assertThat(applier.unknownEntries()).isZero();
  }

  @Test
  void the_newest_owner_of_a_code_stays() {
    log.add("c", code("ANNA10", 2, BO)).add("c", code("ANNA10", 1, ANNA));
    apply(log.items());
    assertThat(rows("promo_code")).singleElement().asString().contains("creator_id=bo");
  }

  @Test
  void what_was_applied_stays_when_the_feed_is_read_again() {
    TestLog<FeedEntry> busy = busyLog(Seeds.random(Seeds.seed()));
    apply(busy.items());
    Map<String, List<String>> expected = Tables.content(database);
    apply(busy.items());
    assertThat(Tables.content(database)).isEqualTo(expected);
  }

  @Test
  void pages_in_any_order_and_a_replay_from_the_start_give_the_same_tables() {
    Seeds.cases(5)
        .forEach(
            seed -> {
              RandomGenerator random = Seeds.random(seed);
              TestLog<FeedEntry> busy = busyLog(random);
              Tables.clear(database);
              apply(busy.items());
              Map<String, List<String>> expected = Tables.content(database);
              Tables.clear(database);
              busy.shuffledPages(random).forEach(this::apply);
              assertThat(Tables.content(database)).as("seed %d", seed).isEqualTo(expected);
            });
  }

  /** Orders that are decided again and again among clicks. */
  private static FeedEntry accrued(String orderId, int number, long cents) {
    return commission(
        orderId,
        CommissionMovementKind.COMMISSION_MOVEMENT_KIND_ACCRUAL,
        number,
        NOON,
        ANNA,
        cents);
  }

  private static TestLog<FeedEntry> busyLog(RandomGenerator random) {
    var busy = new TestLog<FeedEntry>();
    int[] revisions = new int[20];
    for (int i = 1; i <= 500; i++) {
      int order = random.nextInt(revisions.length);
      Owner owner = random.nextBoolean() ? ANNA : BO;
      if (random.nextInt(5) == 0) {
        busy.add("code" + order, code("CODE" + order, i, owner));
      } else if (random.nextInt(3) == 0) {
        busy.add("order" + order, decided(order, ++revisions[order], owner, i));
      } else if (random.nextInt(3) == 0) {
        busy.add("order" + order, accrued("#" + order, i, i));
      } else {
        busy.add("visitor" + order, click("link" + random.nextInt(4), NOON));
      }
    }
    return busy;
  }

  private static FeedEntry decided(int order, int revision, Owner owner, int cents) {
    String id = "#" + order;
    return cents % 2 == 0
        ? order(id, revision, NOON, byCode(owner, cents))
        : order(id, revision, NOON, byLink(ANNA, cents), byLink(BO, 1));
  }

  private void apply(List<FeedItem<FeedEntry>> items) {
    database.write(
        handle -> {
          applier.apply(handle, items);
          return items.size();
        });
  }

  private List<String> rows(String table) {
    return Tables.content(database).getOrDefault(table, List.of());
  }
}
