package dev.tributary.local.payout;

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

/**
 * Two months closed from the command line. Emily earns 10 percent, and 2.00 EUR for a lead; each
 * order is 107.10 EUR with 17.10 EUR tax inside, 90.00 EUR of net sales.
 */
class StatementCommandTest {
  private static final String ORDERS =
      "order_id,time,currency,subtotal,discount,tax,tax_included,code,refunded,cancelled,test,"
          + "storefront_id";

  @TempDir Path directory;

  private OwnSuite suite;
  private int files;

  @BeforeEach
  void start() throws IOException {
    suite = new OwnSuite(directory);
    imports(
        "codes",
        "code,collaboration_id,creator_id,campaign_id",
        "EMILY10,spring-emily,emily,spring",
        "BO10,spring-bo,bo,spring");
    imports(
        "terms",
        "collaboration_id,creator_id,campaign_id,start_time,time_zone,percent,flats,minimum_payout",
        "spring-emily,emily,spring,2026-05-01T00:00:00Z,UTC,10,lead=2.00 EUR,5.00 EUR",
        "spring-bo,bo,spring,2026-05-01T00:00:00Z,UTC,5,,5.00 EUR");
    imports("orders", ORDERS, order("#1", "05-02", "EMILY10"), order("#2", "05-03", "EMILY10"));
    imports("orders", ORDERS, order("#3", "05-04", "BO10"), order("#4", "06-02", "EMILY10"));
    suite.runs("refund", "#1", "--id", "r", "--items", "53.55", "--time", "2026-05-20");
  }

  @AfterEach
  void stop() {
    suite.close();
  }

  @Test
  void a_month_is_looked_at_locked_shown_and_paid() throws IOException {
    assertThat(suite.runs("statement", "lock", "2026-05", "--validate"))
        .contains("would lock 2026-05-01T00:00:00Z to 2026-06-01T00:00:00Z, 2 statements\n");
    assertThat(suite.runs("statement")).contains("no statements");

    // Bo's 4.50 EUR are less than the minimum payout.
    assertThat(suite.runs("statement", "lock", "2026-05"))
        .contains("locked 2026-05-01T00:00:00Z to 2026-06-01T00:00:00Z, 2 statements\n")
        .containsPattern(
            "emily +135\\.00 +13\\.50 +0\\.00 +0\\.00 +0\\.00 +0\\.00 +0\\.00 +13\\.50 +EUR"
                + " +locked")
        .containsPattern(
            "bo +90\\.00 +4\\.50 +0\\.00 +0\\.00 +0\\.00 +0\\.00 +4\\.50 +0\\.00 +EUR +locked")
        .containsPattern("EUR +2 +225\\.00 +13\\.50 +0\\.00");
    String number = numberOf("emily");
    assertThat(suite.runs("statement", "show", number))
        .contains("statement " + number + " of spring-emily, 2026-05-01T00:00:00Z to ")
        .containsPattern("1 +purchase +#1 +2026-05-02T10:00:00Z +90\\.00 +45\\.00 +4\\.50 +EUR")
        .containsPattern("2 +purchase +#2 +2026-05-03T10:00:00Z +90\\.00 +0\\.00 +9\\.00 +EUR");

    String[] pay = {"pay", number, "--reference", "SEPA 118", "--date", "2026-06-05"};
    assertThat(suite.runs(pay)).containsPattern("emily .* 13\\.50 +EUR +paid");
    assertThat(suite.runs(pay)).containsPattern("emily .* 13\\.50 +EUR +paid");
    assertThat(suite.runs("statement", "show", number))
        .contains("paid 2026-06-05, reference SEPA 118\n");
    assertThat(suite.run("pay", number, "--reference", "SEPA 119", "--date", "2026-06-05"))
        .returns(2, Said::exitCode)
        .extracting(Said::complaint)
        .asString()
        .startsWith("ALREADY_PAID: ");
    assertThat(suite.run("pay", numberOf("bo"), "--reference", "x", "--date", "2026-06-05"))
        .returns(2, Said::exitCode)
        .extracting(Said::complaint)
        .asString()
        .startsWith("NOTHING_PAYABLE: ");

    Path csv = directory.resolve("payouts.csv");
    assertThat(suite.runs("statement", "--month", "2026-05", "--csv", csv.toString()))
        .containsPattern("EUR +2 +225\\.00 +13\\.50 +13\\.50");
    assertThat(Files.readAllLines(csv))
        .hasSize(3)
        .anySatisfy(
            row ->
                assertThat(row)
                    .startsWith(
                        number + ",emily,spring-emily,spring,2026-05-01,2026-06-01,EUR,13.50")
                    .endsWith(",paid,SEPA 118,2026-06-05"));
    assertThat(suite.runs("statement", "--unpaid", "--format", "csv").lines()).hasSize(2);
  }

  @Test
  void a_later_refund_is_taken_back_in_the_next_statement() {
    suite.runs("statement", "lock", "2026-05");
    suite.runs("refund", "#2", "--id", "r", "--all", "--time", "2026-06-20");

    assertThat(suite.runs("statement", "open", "spring-emily"))
        .containsPattern("adjustment +#2 .* -9\\.00 +EUR")
        .containsPattern("purchase +#4 .* 9\\.00 +EUR");
    assertThat(suite.runs("statement", "lock", "2026-06"))
        .containsPattern(
            "emily +0\\.00 +9\\.00 +-9\\.00 +0\\.00 +0\\.00 +0\\.00 +0\\.00 +0\\.00 +EUR +locked");
  }

  @Test
  void what_cannot_be_locked_says_why() {
    assertThat(suite.run("statement", "lock", "May"))
        .returns(2, Said::exitCode)
        .returns("month: 'May' (expected: such as 2026-11)\n", Said::complaint);
    assertThat(suite.run("statement", "lock", "9999-01"))
        .returns(2, Said::exitCode)
        .extracting(Said::complaint)
        .asString()
        .startsWith("PERIOD_NOT_OVER: ");
    suite.runs("statement", "lock", "2026-06");
    assertThat(suite.run("statement", "lock", "2026-05"))
        .returns(2, Said::exitCode)
        .extracting(Said::complaint)
        .asString()
        .startsWith("PERIOD_LOCKED: ");
    assertThat(suite.run("statement", "show", "99").exitCode()).isEqualTo(2);
  }

  @Test
  void terms_are_listed_and_refused_row_by_row() throws IOException {
    assertThat(suite.runs("terms", "spring-emily"))
        .containsPattern(
            "spring-emily +1 +2026-05-01T00:00:00Z +10 %, lead 2\\.00 EUR .* 5\\.00 EUR");
    Path file =
        suite.file(
            "more.csv",
            "collaboration_id,creator_id,campaign_id,start_time,percent,tiers",
            "spring-emily,emily,spring,2026-05-01T00:00:00Z,11,",
            "spring-cem,cem,spring,2026-05-01T00:00:00Z,ten,",
            "spring-dora,dora,spring,2026-05-01T00:00:00Z,10,1000.00 EUR=12;5000.00 EUR=15");
    Said said = suite.run("import", "--kind", "terms", file.toString());
    assertThat(said.exitCode()).isEqualTo(2);
    assertThat(said.text()).contains("1 recorded, 0 updated, 0 already recorded, 2 refused");
    assertThat(Files.readAllLines(Path.of(file + ".rejects.csv")))
        .anySatisfy(row -> assertThat(row).contains("TERMS_IN_USE"))
        .anySatisfy(row -> assertThat(row).contains("percent,FIELD_MALFORMED"));
    assertThat(suite.runs("terms", "spring-dora"))
        .contains("from 1000.00 EUR 12 %, from 5000.00 EUR 15 %");
  }

  private String numberOf(String creator) {
    return suite
        .runs("statement", "--creator", creator, "--format", "csv")
        .lines()
        .skip(1)
        .map(row -> row.split(",", 2)[0])
        .findFirst()
        .orElseThrow();
  }

  private static String order(String id, String day, String code) {
    return "%s,2026-%sT10:00:00Z,EUR,107.10,11.90,17.10,true,%s,0,false,false,"
        .formatted(id, day, code);
  }

  private void imports(String kind, String... lines) throws IOException {
    Path file = suite.file(kind + "-" + files++ + ".csv", lines);
    suite.runs("import", "--kind", kind, file.toString());
  }
}
