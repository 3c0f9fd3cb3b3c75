package dev.tributary.local.importing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.attribution.v1.ConversionRecord;
import dev.tributary.attribution.v1.GetConversionRequest;
import dev.tributary.attribution.v1.Posting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OrderChangesTest {
  private static final String HEADER =
      "order_id,time,currency,subtotal,discount,tax,tax_included,shipping,code,cancel_time,refunded,"
          + "landing_url";

  @TempDir Path directory;

  private Imported suite;

  @BeforeEach
  void start() throws IOException {
    suite = new Imported(directory);
    Path codes =
        suite.file(
            "codes.csv",
            "code,collaboration_id,creator_id,campaign_id",
            "EMILY10,spring-emily,emily,spring");
    suite.runs("--kind", "codes", codes.toString());
    Path links =
        suite.file(
            "links.csv",
            "link_id,destination_url,utm_source,utm_campaign,collaboration_id,creator_id,campaign_id",
            "bo-bio,https://shop.example/s,bo,spring,spring-bo,bo,spring");
    suite.runs("--kind", "links", links.toString());
  }

  @AfterEach
  void stop() {
    suite.close();
  }

  @Test
  void a_later_export_becomes_amendments_cancellations_and_refunds() throws IOException {
    Path first =
        suite.file(
            "week1.csv",
            HEADER,
            "#1,2026-05-01T10:00:00Z,EUR,100.00,0,20.00,false,5.00,EMILY10,,0,",
            "#2,2026-05-01T11:00:00Z,EUR,50.00,0,10.00,false,5.00,EMILY10,,0,",
            "#3,2026-05-01T12:00:00Z,EUR,30.00,0,6.00,false,0,EMILY10,,0,");
    suite.runs("--kind", "orders", first.toString());
    Path later =
        suite.file(
            "week2.csv",
            HEADER,
            "#1,2026-05-01T10:00:00Z,EUR,80.00,0,16.00,false,5.00,EMILY10,,0,",
            "#2,2026-05-01T11:00:00Z,EUR,50.00,0,10.00,false,5.00,EMILY10,2026-05-08T09:00:00Z,0,",
            "#3,2026-05-01T12:00:00Z,EUR,30.00,0,6.00,false,0,EMILY10,,12.00,",
            "#4,2026-05-09T12:00:00Z,EUR,10.00,0,2.00,false,0,EMILY10,,0,");

    String said = suite.runs("--kind", "orders", later.toString());

    assertThat(said)
        .startsWith("1 recorded, 3 updated, 0 already recorded, 0 refused")
        .contains("order #1 amended: items -20.00, tax -4.00 EUR")
        .contains("order #2 cancelled")
        .contains("order #3 refunded: 10.00 EUR taken back from credits");
    assertThat(net("#1")).isEqualTo(8_000);
    assertThat(net("#2")).isZero();
    assertThat(net("#3")).isEqualTo(2_000);
    assertThat(suite.runs("--kind", "orders", later.toString()))
        .startsWith("0 recorded, 0 updated, 4 already recorded, 0 refused")
        .doesNotContain("amended", "cancelled", "refunded:");
    assertThat(record("#1").getAmendmentsCount()).isEqualTo(1);
  }

  @Test
  void what_went_back_since_the_last_export_is_one_more_refund() throws IOException {
    for (String refunded : new String[] {"12.00", "12.00", "18.00"}) {
      Path file =
          suite.file(
              "week.csv",
              HEADER,
              "#1,2026-05-01T12:00:00Z,EUR,30.00,0,6.00,false,4.00,EMILY10,," + refunded + ",");
      suite.runs("--kind", "orders", file.toString());
    }

    assertThat(record("#1").getRefundsList())
        .extracting(known -> known.getRefund().getRefundId())
        .containsExactly("import-1200", "import-1800");
    assertThat(net("#1")).isEqualTo(1_500);
  }

  @Test
  void another_order_under_a_known_id_is_refused_by_name() throws IOException {
    Path first =
        suite.file("a.csv", HEADER, "#1,2026-05-01T10:00:00Z,EUR,100.00,0,0,false,0,EMILY10,,0,");
    suite.runs("--kind", "orders", first.toString());
    Path other =
        suite.file("b.csv", HEADER, "#1,2026-05-02T10:00:00Z,EUR,100.00,0,0,false,0,EMILY10,,0,");

    assertThat(suite.run("--kind", "orders", other.toString()).exitCode()).isEqualTo(2);

    assertThat(Files.readAllLines(Path.of(other + ".rejects.csv")).get(1))
        .startsWith("2,conversion_time,ID_REUSED,");
  }

  @Test
  void a_refund_of_an_unknown_order_is_held_and_listed() throws IOException {
    Path file =
        suite.file(
            "refunds.csv",
            "order_id,refund_id,time,currency,amount",
            "#77,r-1,2026-05-09T08:00:00Z,EUR,19.90");

    assertThat(suite.runs("--kind", "refunds", file.toString()))
        .startsWith("1 recorded")
        .contains("refund r-1 of order #77 HELD");
  }

  @Test
  void a_chargeback_is_taken_back_by_its_reversal() throws IOException {
    Path orders =
        suite.file("a.csv", HEADER, "#1,2026-05-01T10:00:00Z,EUR,100.00,0,0,false,0,EMILY10,,0,");
    suite.runs("--kind", "orders", orders.toString());
    Path bank =
        suite.file(
            "bank.csv",
            "order_id,refund_id,time,currency,kind,amount,reversed_refund_id",
            "#1,cb-1,2026-05-09T08:00:00Z,EUR,chargeback,100.00,",
            "#1,rv-1,2026-05-20T08:00:00Z,EUR,chargeback_reversal,,cb-1",
            "#1,rv-2,2026-05-20T08:00:00Z,EUR,chargeback_reversal,,cb-1");

    assertThat(suite.run("--kind", "refunds", bank.toString()).text())
        .startsWith("2 recorded, 0 updated, 0 already recorded, 1 refused");

    assertThat(net("#1")).isEqualTo(10_000);
    assertThat(Files.readAllLines(Path.of(bank + ".rejects.csv")).get(1))
        .startsWith("4,reversed_refund_id,OUT_OF_RANGE,");
  }

  @Test
  void the_landing_page_of_an_order_is_a_touch_that_is_credited() throws IOException {
    Path file =
        suite.file(
            "orders.csv",
            HEADER,
            "#1,2026-05-01T10:00:00Z,EUR,40.00,0,0,false,0,,,0,/s?utm_source=bo&utm_campaign=spring",
            "#2,2026-05-01T11:00:00Z,EUR,50.00,0,0,false,0,,,0,https://shop.example/s?x=1&trb=bo-bio",
            "#3,2026-05-01T12:00:00Z,EUR,60.00,0,0,false,0,,,0,/s?x=1");

    assertThat(suite.runs("--kind", "orders", file.toString()))
        .contains("2 visits before orders are touches")
        .contains("1 orders UNATTRIBUTED");

    assertThat(creator("#1")).isEqualTo("bo");
    assertThat(creator("#2")).isEqualTo("bo");
    assertThat(suite.runs("--kind", "orders", file.toString())).startsWith("0 recorded, 0 updated");
  }

  @Test
  void visits_of_a_second_file_are_touches_of_the_customer() throws IOException {
    Path visits =
        suite.file(
            "visits.csv",
            "id,order_id,occurred_at,landing_page,utm_parameters_source,utm_parameters_campaign",
            "1,#1,2026-04-30T10:00:00Z,,bo,spring",
            "2,#1,2026-04-30T09:00:00Z,,newsletter,april",
            "3,#9,2026-04-30T09:00:00Z,,bo,spring");
    Path orders =
        suite.file(
            "orders.csv",
            "order_id,time,currency,subtotal,customer_id",
            "#1,2026-05-01T10:00:00Z,EUR,40.00,c-1");

    String said = suite.runs("--kind", "orders", "--join", "visits=" + visits, orders.toString());

    assertThat(said).contains("2 visits before orders are touches");
    assertThat(creator("#1")).isEqualTo("bo");
  }

  private ConversionRecord record(String orderId) {
    return suite
        .peers()
        .conversions()
        .getConversion(GetConversionRequest.newBuilder().setOrderId(orderId).build())
        .getConversion();
  }

  private long net(String orderId) {
    return record(orderId).getPostingsList().stream().mapToLong(Posting::getAmountMinor).sum();
  }

  private String creator(String orderId) {
    return record(orderId).getPostings(0).getOwner().getCreatorId();
  }
}
