package dev.tributary.local.codes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.local.testing.OwnSuite;
import dev.tributary.local.testing.OwnSuite.Said;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A code that leaked on the 24th, beside one that a podcast speaks. */
class HealthCommandTest {
  @TempDir static Path directory;

  private static OwnSuite suite;

  @BeforeAll
  static void start() throws IOException {
    suite = new OwnSuite(directory);
    Path codes =
        suite.file(
            "codes.csv",
            "code,collaboration_id,creator_id,campaign_id",
            "EMILY10,spring-emily,emily,spring",
            "BO10,spring-bo,bo,spring");
    suite.runs("import", "--kind", "codes", codes.toString());
    List<String> orders = new ArrayList<>();
    orders.add(
        "order_id,time,currency,subtotal,discount,tax,tax_included,code,customer_id,region,"
            + "referrer_host");
    for (int day = 1; day <= 31; day++) {
      for (int i = 0; i < 3; i++) {
        int customer = 3 * day + i;
        orders.add(order("b-" + customer, day, "BO10", "c-" + customer, "DE", ""));
        if (day >= 24) {
          orders.add(
              order("l-" + customer, day, "EMILY10", "c-" + (customer - 60), "US", "coupert.com"));
        }
      }
      if (day < 24) {
        orders.add(order("e-" + day, day, "EMILY10", "d-" + day, "DE", "l.instagram.com"));
      }
    }
    Path file = suite.file("orders.csv", orders.toArray(String[]::new));
    suite.runs("import", "--kind", "orders", file.toString());
  }

  @AfterAll
  static void stop() {
    suite.close();
  }

  @Test
  void a_leaked_code_is_suspect_and_a_spoken_one_is_not() {
    Said said =
        suite.run(
            "codes",
            "health",
            "--campaign=spring",
            "--from=2026-05-24",
            "--to=2026-06-01",
            "--region=DE",
            "--signals");
    assertThat(said.exitCode()).as(said.complaint()).isEqualTo(2);
    assertThat(said.text())
        .containsPattern("EMILY10 +suspect +[5-9][0-9] +24 +23 +rotate +Several signals rose")
        .containsPattern("BO10 +ok +0 +24 +69 +none +")
        .containsPattern("EMILY10 +coupon_referrer +30 +30 +100")
        .containsPattern("EMILY10 +foreign_region +15 +15 +100")
        .containsPattern("BO10 +no_touch +0 +20 +100");
  }

  @Test
  void a_code_that_is_used_as_ever_ends_with_0() {
    assertThat(
            suite.runs(
                "codes", "health", "bo10", "--from=2026-05-24", "--to=2026-06-01", "--format=csv"))
        .startsWith("code,status,score,uses,before,action,why\r\nBO10,ok,0,24,69,none,");
  }

  @Test
  void codes_or_a_campaign_are_named() {
    assertThat(suite.run("codes", "health"))
        .returns(2, Said::exitCode)
        .returns("codes: 0 (expected: 1-100, or --campaign)\n", Said::complaint);
    assertThat(suite.run("codes", "health", "BO10", "--from=2026-05-24").complaint())
        .isEqualTo("--from, --to (expected: both)\n");
    assertThat(suite.run("codes", "health", "NEVER").complaint()).startsWith("CODE_UNKNOWN: ");
  }

  private static String order(
      String id, int day, String code, String customer, String region, String host) {
    return "%s,2026-05-%02dT10:00:00Z,EUR,107.10,11.90,17.10,true,%s,%s,%s,%s"
        .formatted(id, day, code, customer, region, host);
  }
}
