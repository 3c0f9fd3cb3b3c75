package dev.tributary.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.attribution.v1.Components;
import dev.tributary.attribution.v1.Conversion;
import dev.tributary.attribution.v1.ConversionType;
import dev.tributary.attribution.v1.RecordConversionsRequest;
import dev.tributary.attribution.v1.RecordConversionsResponse;
import dev.tributary.local.testing.OwnSuite;
import dev.tributary.local.testing.OwnSuite.Said;
import dev.tributary.runtime.api.ProtoTimes;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Conversions of every type shown from the command line. */
class ConversionCommandTest {
  @TempDir static Path directory;

  private static OwnSuite suite;

  @BeforeAll
  static void record() {
    suite = new OwnSuite(directory);
    RecordConversionsResponse recorded =
        suite
            .peers()
            .conversions()
            .recordConversions(
                RecordConversionsRequest.newBuilder()
                    .addConversions(worth(ConversionType.CONVERSION_TYPE_PURCHASE, "#1", 5_000))
                    .addConversions(
                        worth(ConversionType.CONVERSION_TYPE_SUBSCRIPTION_START, "#1", 2_000))
                    .addConversions(
                        worth(ConversionType.CONVERSION_TYPE_SUBSCRIPTION_START, "#2", 3_000))
                    .addConversions(goal(ConversionType.CONVERSION_TYPE_LEAD, "lead-1"))
                    .addConversions(
                        goal(ConversionType.CONVERSION_TYPE_CUSTOM, "c-1").setCustomType("visit"))
                    .build());
    assertThat(recorded.getResultsList()).noneMatch(result -> result.getVerdict().hasRejection());
  }

  @AfterAll
  static void stop() {
    suite.close();
  }

  @Test
  void a_purchase_is_shown_first_and_what_else_has_the_id_is_named() {
    assertThat(suite.runs("conversion", "#1"))
        .startsWith("order #1 of main")
        .contains("also recorded with this id: --type subscription_start\n", "50.00");
    assertThat(suite.runs("conversion", "#1", "--format", "json")).startsWith("{");
  }

  @Test
  void whatever_an_id_has_is_found_without_a_type() {
    assertThat(suite.runs("conversion", "#2"))
        .startsWith("subscription_start #2 of main")
        .contains("30.00");
    assertThat(suite.runs("conversion", "lead-1"))
        .startsWith("lead lead-1 of main")
        .contains("without an amount", "1.000000");
  }

  @Test
  void a_type_can_be_told() {
    assertThat(suite.runs("conversion", "#1", "--type", "subscription_start"))
        .startsWith("subscription_start #1 of main")
        .contains("20.00");
    assertThat(suite.runs("conversion", "c-1", "--type", "custom:visit"))
        .startsWith("custom:visit c-1 of main");
  }

  @Test
  void what_is_not_there_is_said() {
    assertThat(suite.run("conversion", "#3"))
        .returns(2, Said::exitCode)
        .extracting(Said::complaint)
        .asString()
        .contains("NOT_FOUND");
    assertThat(suite.run("conversion", "#2", "--type", "purchase").exitCode()).isEqualTo(2);
    assertThat(suite.run("conversion", "#2", "--type", "donation").complaint())
        .contains("--type: donation");
  }

  private static Conversion.Builder worth(ConversionType type, String orderId, long itemsMinor) {
    return goal(type, orderId)
        .setCurrencyCode("EUR")
        .setComponents(Components.newBuilder().setItemsMinor(itemsMinor));
  }

  private static Conversion.Builder goal(ConversionType type, String orderId) {
    return Conversion.newBuilder()
        .setType(type)
        .setOrderId(orderId)
        .setConversionTime(ProtoTimes.toProto(Instant.parse("2026-05-01T10:00:00Z")));
  }
}
