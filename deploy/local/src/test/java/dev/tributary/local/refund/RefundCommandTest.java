package dev.tributary.local.refund;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.local.testing.OwnSuite;
import dev.tributary.local.testing.OwnSuite.Said;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Refunds of orders of 107.10 EUR with 17.10 EUR tax inside: 90.00 EUR that Emily is credited. */
class RefundCommandTest {
  private static final String ORDER =
      "#%s,2026-05-01T10:00:00Z,EUR,107.10,11.90,17.10,true,EMILY10,0,false,false,";

  @TempDir static Path directory;

  private static OwnSuite suite;

  @BeforeAll
  static void start() throws IOException {
    suite = new OwnSuite(directory);
    Path codes =
        suite.file(
            "codes.csv",
            "code,collaboration_id,creator_id,campaign_id",
            "EMILY10,spring-emily,emily,spring");
    suite.runs("import", "--kind", "codes", codes.toString());
    String[] lines = new String[10];
    lines[0] =
        "order_id,time,currency,subtotal,discount,tax,tax_included,code,refunded,cancelled,test,"
            + "storefront_id";
    for (int i = 1; i < lines.length; i++) {
      lines[i] = ORDER.formatted(i);
    }
    suite.runs("import", "--kind", "orders", suite.file("orders.csv", lines).toString());
  }

  @AfterAll
  static void stop() {
    suite.close();
  }

  @Test
  void a_part_of_the_items_takes_its_share_from_the_creator_without_the_tax() {
    assertThat(suite.runs("refund", "#1", "--id", "r1", "--items", "53.55"))
        .startsWith("refund r1 of order #1: recorded, applied 45.00 EUR\n")
        .containsPattern("emily +-45\\.00 +45\\.00 +EUR\n");
  }

  @Test
  void the_same_refund_again_changes_nothing() {
    String[] call = {"refund", "#2", "--id", "r1", "--items", "10.71"};
    assertThat(suite.runs(call)).contains("recorded, applied 9.00 EUR");
    assertThat(suite.runs(call))
        .startsWith("refund r1 of order #2: already recorded, applied 9.00 EUR\n")
        .containsPattern("emily +-9\\.00 +81\\.00 +EUR\n");
    String[] rest = {"refund", "#2", "--id", "r2", "--all"};
    assertThat(suite.runs(rest)).contains("recorded, applied 81.00 EUR");
    assertThat(suite.runs(rest)).contains("already recorded, applied 81.00 EUR");
  }

  @Test
  void all_is_what_earlier_refunds_left() {
    suite.runs("refund", "#3", "--id", "r1", "--items", "53.55");
    assertThat(suite.runs("refund", "#3", "--id", "r2", "--all"))
        .contains("applied 45.00 EUR")
        .containsPattern("emily +-45\\.00 +0\\.00 +EUR\n");
    assertThat(suite.run("refund", "#3", "--id", "r3", "--all"))
        .returns(2, Said::exitCode)
        .returns("order #3: nothing is left of it\n", Said::complaint);
  }

  @Test
  void more_than_is_left_is_held_as_excess() {
    suite.runs("refund", "#4", "--id", "r1", "--items", "53.55");
    assertThat(suite.runs("refund", "#4", "--id", "r2", "--items", "107.10"))
        .contains("applied 45.00 EUR, held ", " EUR that exceeds what was left");
  }

  @Test
  void a_chargeback_takes_all_and_its_reversal_gives_it_back() {
    assertThat(suite.runs("refund", "#5", "--id", "bank", "--chargeback"))
        .containsPattern("emily +-90\\.00 +0\\.00 +EUR\n");
    assertThat(suite.runs("refund", "#5", "--id", "won", "--reverse", "bank"))
        .containsPattern("emily +90\\.00 +90\\.00 +EUR\n");
  }

  @Test
  void a_cancelled_order_leaves_nothing() {
    assertThat(suite.runs("refund", "#6", "--id", "c", "--cancel"))
        .containsPattern("emily +-90\\.00 +0\\.00 +EUR\n");
  }

  @Test
  void before_its_order_it_is_held_when_it_says_how_much_in_which_currency() {
    assertThat(suite.runs("refund", "#new", "--id", "r", "--items", "5.00", "--currency", "EUR"))
        .isEqualTo("refund r of order #new: recorded, held until its order arrives\n");
    assertThat(suite.run("refund", "#newer", "--id", "r", "--items", "5.00"))
        .returns(2, Said::exitCode)
        .extracting(Said::complaint)
        .asString()
        .contains("order #newer of main has not arrived (expected: --currency");
    assertThat(suite.run("refund", "#newer", "--id", "r", "--all", "--currency", "EUR"))
        .returns(2, Said::exitCode)
        .extracting(Said::complaint)
        .asString()
        .contains("has not arrived (expected: --items");
  }

  @Test
  void what_the_service_refuses_ends_with_2_and_the_reason() {
    suite.runs("refund", "#7", "--id", "r1", "--items", "10.71", "--time", "2026-05-05");
    assertThat(suite.run("refund", "#7", "--id", "r1", "--items", "21.42", "--time", "2026-05-05"))
        .returns(2, Said::exitCode)
        .extracting(Said::complaint)
        .asString()
        .startsWith("ID_REUSED: ");
    assertThat(suite.run("refund", "#7", "--id", "r2", "--items", "1.00", "--currency", "SEK"))
        .returns(2, Said::exitCode)
        .extracting(Said::complaint)
        .asString()
        .startsWith("CURRENCY_MISMATCH: ");
    assertThat(suite.run("refund", "#7", "--id", "r2", "--reverse", "r1"))
        .returns(2, Said::exitCode);
  }

  @Test
  void wrong_use_ends_with_2() {
    assertThat(suite.run("refund", "#8", "--id", "r").exitCode()).isEqualTo(2);
    assertThat(suite.run("refund", "#8", "--id", "r", "--all", "--cancel").exitCode()).isEqualTo(2);
    assertThat(suite.run("refund", "#8", "--items", "1.00").exitCode()).isEqualTo(2);
    assertThat(suite.run("refund", "#8", "--id", "r", "--items", "1.005").complaint())
        .contains("'1.005' (expected: a number of EUR");
    assertThat(suite.run("refund", "#8", "--id", "r", "--items", "0").complaint())
        .isEqualTo("--items: 0 (expected: more than 0)\n");
    assertThat(suite.run("refund", "#8", "--id", "r", "--all", "--time", "today").complaint())
        .contains("--time: 'today' (expected: 2026-11-05T10:00:00Z");
  }

  @Test
  void csv_and_json_tell_the_same() {
    String csv = suite.runs("refund", "#9", "--id", "r", "--items", "53.55", "--format", "csv");
    assertThat(csv.lines())
        .containsExactly("creator,moved,left,currency", "emily,-45.00,45.00,EUR");
    assertThat(suite.runs("refund", "#9", "--id", "c", "--cancel", "--format", "json"))
        .contains("\"refund_id\": \"c\"");
  }
}
