package dev.tributary.metrics.feed;

import static dev.tributary.metrics.testing.Attributed.byCode;
import static dev.tributary.metrics.testing.Attributed.commission;
import static dev.tributary.metrics.testing.Attributed.ofGoal;
import static dev.tributary.metrics.testing.Attributed.order;
import static dev.tributary.metrics.testing.Attributed.owner;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.attribution.v1.CommissionMovementKind;
import dev.tributary.attribution.v1.ConversionType;
import dev.tributary.attribution.v1.FeedEntry;
import dev.tributary.attribution.v1.Owner;
import dev.tributary.metrics.testing.TestLog;
import dev.tributary.runtime.database.Database;
import dev.tributary.runtime.database.DatabaseConfig;
import dev.tributary.runtime.database.EarlierDatabase;
import dev.tributary.runtime.testing.TestDatabases;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What was applied before tables changed is there afterwards, and goes on from there. */
class EarlierTablesTest {
  private static final String[] FOLDERS = {"db/follower", "db/metrics"};
  private static final Owner ANNA = owner("anna-spring", "anna", "spring");
  private static final String NOON = "2026-05-04T12:00:00Z";

  @ParameterizedTest
  @EnumSource
  void credits_of_before_goals_had_names_are_kept_and_newer_revisions_replace_them(
      TestDatabases kind) {
    DatabaseConfig config = kind.fresh();
    try (EarlierDatabase earlier = new EarlierDatabase(config, "014", FOLDERS)) {
      conversion(earlier, "acme", 1, "#1", 600);
      conversion(earlier, "acme", 1, "#2", 300);
      conversion(earlier, "acme", 3, "#1", 0);
      conversion(earlier, "globex", 1, "#1", 7_000);
    }

    try (Database database = Database.open(config, FOLDERS)) {
      assertThat(credits(database))
          .containsExactly(
              "acme 1  #1 0 600", "acme 1  #2 0 300", "acme 3  #1 0 0", "globex 1  #1 0 7000");

      apply(
          database,
          order("#1", 2, NOON, byCode(ANNA, 1)),
          order("#2", 3, NOON, byCode(ANNA, 250)),
          order(
              "#1", 1, NOON, fact -> fact.setCustomType("gift").setTypeValue(12), byCode(ANNA, 9)));

      assertThat(credits(database))
          .containsExactly(
              "acme 1  #1 0 600",
              "acme 1  #2 0 250",
              "acme 12 gift #1 0 9",
              "acme 3  #1 0 0",
              "globex 1  #1 0 7000");
    }
  }

  @ParameterizedTest
  @EnumSource
  void commissions_of_goals_that_shared_a_row_are_read_again_from_the_feed(TestDatabases kind) {
    DatabaseConfig config = kind.fresh();
    try (EarlierDatabase earlier = new EarlierDatabase(config, "037", FOLDERS)) {
      movement(earlier, ConversionType.CONVERSION_TYPE_PURCHASE, 2, 90);
      movement(earlier, ConversionType.CONVERSION_TYPE_CUSTOM, 1, 60);
      for (String feed : List.of("attribution", "ingestion")) {
        earlier.run("insert into feed_cursor (feed, token) values (?, 'somewhere')", feed);
      }
    }

    try (Database database = Database.open(config, FOLDERS)) {
      assertThat(rows(database, "select feed || ' ' || token from feed_cursor order by feed"))
          .containsExactly("attribution ", "ingestion somewhere");
      assertThat(movements(database)).containsExactly("1  2 90");

      apply(
          database,
          commission("1", accrual(), 1, NOON, ANNA, 100),
          ofGoal("deposit", commission("1", accrual(), 1, NOON, ANNA, 60)),
          ofGoal("donation", commission("1", accrual(), 1, NOON, ANNA, 40)));

      assertThat(movements(database))
          .containsExactly("1  2 90", "12 deposit 1 60", "12 donation 1 40");
    }
  }

  /** An order as it was kept at its second revision. */
  private static void conversion(
      EarlierDatabase earlier, String workspace, int type, String orderId, long netMinor) {
    earlier
        .run(
            """
            insert into conversion
              (workspace, storefront_id, conversion_type, order_id, revision)
            values (?, 'main', ?, ?, 2)""",
            workspace,
            type,
            orderId)
        .run(
            """
            insert into credit
              (workspace, storefront_id, conversion_type, order_id, credit_no, conversion_time,
               currency, reversed, test, source, collaboration_id, creator_id, campaign_id,
               conversion_millionths, gross_minor, refunded_minor, net_minor)
            values (?, 'main', ?, ?, 0, timestamp with time zone '2026-05-04 12:00:00+00', 'EUR',
              false, false, 1, 'anna-spring', 'anna', 'spring', 1000000, ?, 0, ?)""",
            workspace,
            type,
            orderId,
            netMinor,
            netMinor);
  }

  private static void movement(
      EarlierDatabase earlier, ConversionType type, int number, long totalMinor) {
    earlier.run(
        """
        insert into commission_movement
          (workspace, collaboration_id, creator_id, campaign_id, kind, storefront_id,
           conversion_type, order_id, source_id, currency, movement_no, total_minor, effective_time)
        values ('acme', 'anna-spring', 'anna', 'spring', ?, 'main', ?, '1', '', 'EUR', ?, ?,
          timestamp with time zone '2026-05-04 12:00:00+00')""",
        accrual().getNumber(),
        type.getNumber(),
        number,
        totalMinor);
  }

  private static CommissionMovementKind accrual() {
    return CommissionMovementKind.COMMISSION_MOVEMENT_KIND_ACCRUAL;
  }

  private static void apply(Database database, FeedEntry... entries) {
    TestLog<FeedEntry> log = new TestLog<>();
    for (FeedEntry entry : entries) {
      log.add("key", entry);
    }
    database.write(
        handle -> {
          new AttributionApplier().apply(handle, log.items());
          return true;
        });
  }

  private static List<String> credits(Database database) {
    return rows(
        database,
        """
        select workspace || ' ' || conversion_type || ' ' || custom_type || ' ' || order_id
          || ' ' || new_customer || ' ' || net_minor
        from credit order by 1""");
  }

  private static List<String> movements(Database database) {
    return rows(
        database,
        """
        select conversion_type || ' ' || custom_type || ' ' || movement_no || ' ' || total_minor
        from commission_movement order by conversion_type, custom_type""");
  }

  private static List<String> rows(Database database, String sql) {
    return database.read(handle -> handle.createQuery(sql).mapTo(String.class).list());
  }
}
