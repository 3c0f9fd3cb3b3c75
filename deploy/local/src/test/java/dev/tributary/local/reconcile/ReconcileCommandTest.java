package dev.tributary.local.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.local.testing.OwnSuite;
import dev.tributary.local.testing.OwnSuite.Said;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shop's file against a real ledger. */
class ReconcileCommandTest {
  private static final String HEADER =
      "order_id,time,currency,subtotal,discount,tax,tax_included,code,refunded,cancelled,test,"
          + "storefront_id";

  private static final String FIRST =
      "#1,2026-05-01T10:00:00Z,EUR,107.10,11.90,17.10,true,EMILY10,0,false,false,";

  private static final String SECOND =
      "#2,2026-05-02T23:30:00Z,EUR,119.00,0,19.00,true,,0,false,false,";

  @TempDir Path directory;

  private OwnSuite suite;

  @BeforeEach
  void start() throws IOException {
    suite = new OwnSuite(directory);
    Path codes =
        suite.file(
            "codes.csv",
            "code,collaboration_id,creator_id,campaign_id",
            "EMILY10,spring-emily,emily,spring");
    suite.runs("import", "--kind", "codes", codes.toString());
    Path orders = suite.file("orders.csv", HEADER, FIRST, SECOND);
    suite.runs("import", "--kind", "orders", orders.toString());
  }

  @AfterEach
  void stop() {
    suite.close();
  }

  @Test
  void the_file_that_was_imported_ties_out_and_tax_is_named() throws IOException {
    String said = suite.runs("reconcile", "--shop", list(FIRST, SECOND));

    assertThat(said)
        .startsWith("main, 2026-05-01 to 2026-05-02 (UTC), by subtotal\n")
        .containsPattern("EUR +2 +226\\.10 +2 +190\\.00 +-36\\.10\n")
        .containsPattern("base +2 +-36\\.10 +36\\.10 +EUR\n")
        .containsPattern("EMILY10 +2026-05-01 +EUR +1 +107\\.10 +1 +90\\.00 +-17\\.10\n")
        .endsWith("TIES OUT  unexplained 0.00 EUR\n");
  }

  @Test
  void nothing_differs_without_tax_and_all_shows_every_day_of_the_zone() throws IOException {
    String said =
        suite.runs(
            "reconcile",
            "--amount=subtotal_less_tax",
            "--time-zone=Europe/Berlin",
            "--all",
            "--shop",
            list(FIRST, SECOND));

    assertThat(said)
        .contains("2026-05-01 to 2026-05-03 (Europe/Berlin)")
        .containsPattern("EUR +2 +190\\.00 +2 +190\\.00 +0\\.00\n")
        .containsPattern(" 2026-05-03 +EUR +1 +100\\.00 +1 +100\\.00 +0\\.00\n")
        .doesNotContain("base");
  }

  @Test
  void what_nobody_can_explain_ends_with_2() throws IOException {
    Said said =
        suite.run(
            "reconcile",
            "--amount=subtotal_less_tax",
            "--shop",
            list(
                FIRST.replace("107.10", "95.20"),
                SECOND,
                "#3,2026-05-02T12:00:00Z,EUR,50.00,0,0,true,,0,false,false,"));

    assertThat(said.exitCode()).isEqualTo(2);
    assertThat(said.text())
        .containsPattern("missing here +1 +-50\\.00")
        .containsPattern("unexplained +1 +11\\.90")
        .endsWith("DOES NOT TIE OUT  unexplained 11.90 EUR\n");
  }

  @Test
  void a_row_that_cannot_be_read_is_noted_and_the_rest_compared() throws IOException {
    String list = list(FIRST, SECOND.replace("119.00", "a lot"));

    Said said = suite.run("reconcile", "--to=2026-05-02", "--shop", list);

    assertThat(said.exitCode()).isEqualTo(2);
    assertThat(said.text()).containsPattern("missing there +1 +100\\.00");
    assertThat(Files.readAllLines(Path.of(list + ".rejects.csv")).get(1))
        .startsWith("3,subtotal,FIELD_MALFORMED,");
  }

  @Test
  void tests_cancelled_orders_and_other_shops_count_for_nothing() throws IOException {
    String said =
        suite.runs(
            "reconcile",
            "--amount=subtotal_less_tax",
            "--from=2026-05-01",
            "--to=2026-05-31",
            "--shop",
            list(
                FIRST,
                SECOND,
                "#4,2026-05-03T10:00:00Z,EUR,10.00,0,0,true,,0,false,true,",
                "#5,2026-05-03T10:00:00Z,EUR,10.00,0,0,true,,0,true,false,",
                "#6,2026-05-03T10:00:00Z,SEK,10.00,0,0,true,,0,false,false,nordic"));

    assertThat(said)
        .containsPattern("EUR +2 +190\\.00 +2 +190\\.00 +0\\.00\n")
        .doesNotContain("SEK");
  }

  @Test
  void csv_is_every_code_and_day_and_json_the_answer() throws IOException {
    String list = list(FIRST, SECOND);

    assertThat(suite.runs("reconcile", "--format=csv", "--shop", list).lines())
        .containsExactly(
            "code,day,currency,shop_orders,shop,orders,ledger,difference",
            "EMILY10,2026-05-01,EUR,1,107.10,1,90.00,-17.10",
            "\"\",2026-05-02,EUR,1,119.00,1,100.00,-19.00");
    assertThat(suite.runs("reconcile", "--format=json", "--shop", list))
        .contains("\"ties_out\": true");
  }

  private String list(String... rows) throws IOException {
    String[] lines = new String[rows.length + 1];
    lines[0] = HEADER;
    System.arraycopy(rows, 0, lines, 1, rows.length);
    return suite.file("shop.csv", lines).toString();
  }
}
