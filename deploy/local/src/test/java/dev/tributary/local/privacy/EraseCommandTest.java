package dev.tributary.local.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.attribution.v1.Components;
import dev.tributary.attribution.v1.Conversion;
import dev.tributary.attribution.v1.ConversionType;
import dev.tributary.attribution.v1.RecordConversionsRequest;
import dev.tributary.ingestion.v1.Comment;
import dev.tributary.ingestion.v1.Comments;
import dev.tributary.ingestion.v1.Observation;
import dev.tributary.ingestion.v1.RecordObservationsRequest;
import dev.tributary.ingestion.v1.Source;
import dev.tributary.local.testing.OwnSuite;
import dev.tributary.local.testing.OwnSuite.Said;
import dev.tributary.runtime.api.ProtoTimes;
import dev.tributary.type.v1.ProvenanceClass;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Persons forgotten from the command line. */
class EraseCommandTest {
  @TempDir static Path directory;

  private static OwnSuite suite;

  @BeforeAll
  static void start() {
    suite = new OwnSuite(directory);
    order("#1", "customer-1");
    order("#2", "customer-2");
  }

  @AfterAll
  static void stop() {
    suite.close();
  }

  @Test
  void the_receipt_proves_that_no_amount_changed_and_names_nobody() {
    String[] erase = {"erase", "--customer", "customer-1", "--id", "req-1", "--reason", "asked"};
    Said said = suite.run(erase);
    assertThat(said.exitCode()).as(said.complaint()).isZero();
    assertThat(said.text())
        .startsWith("erased 20")
        .contains("erasure req-1  ·  1 orders keep their credit")
        .containsPattern("postings +1 +1\n")
        .containsPattern("their sum +100\\.00 EUR +100\\.00 EUR\n")
        .doesNotContain("customer-1");
    assertThat(suite.runs(erase)).isEqualTo(said.text());
    assertThat(suite.runs("conversion", "#1")).contains("100.00");
  }

  @Test
  void an_id_can_come_from_the_standard_input() {
    InputStream before = System.in;
    try {
      System.setIn(new ByteArrayInputStream("customer-2\n".getBytes(StandardCharsets.UTF_8)));
      assertThat(suite.runs("erase", "--customer", "-", "--format", "json"))
          .contains("\"subject_kind\": \"SUBJECT_KIND_CUSTOMER\"", "\"orders\": \"1\"");
    } finally {
      System.setIn(before);
    }
  }

  @Test
  void all_names_of_a_person_are_forgotten_by_one_command_each_with_its_receipt() {
    order("#3", "customer-3");
    comments("o-1", "ann_w", "cem");
    String[] erase = {
      "erase",
      "--customer",
      "customer-3",
      "--email",
      "ann@example.com",
      "--author",
      "@Ann_W",
      "--author",
      "ann-at-home",
      "--id",
      "req-3",
      "--reason",
      "asked"
    };

    Said said = suite.run(erase);

    assertThat(said.exitCode()).as(said.complaint()).isZero();
    assertThat(said.text())
        .containsSubsequence(
            "erasure req-3.customer  ·  1 orders keep their credit",
            "erasure req-3.email  ·  0 orders keep their credit",
            "erasure req-3.author  ·  1 observations keep their counts",
            "erasure req-3.author2  ·  0 observations keep their counts")
        .containsPattern("comment\\.text +1\n")
        .containsPattern("authors +2 +2\n")
        .containsPattern("comments +2 +2\n")
        .doesNotContainIgnoringCase("ann_w");
    assertThat(suite.runs(erase)).isEqualTo(said.text());
  }

  @Test
  void names_can_come_from_the_standard_input_one_on_each_line() {
    comments("o-2", "dora");
    InputStream before = System.in;
    try {
      System.setIn(new ByteArrayInputStream("customer-4\ndora\n".getBytes(StandardCharsets.UTF_8)));
      assertThat(suite.runs("erase", "--author", "-", "--customer", "-", "--format", "json"))
          .containsSubsequence(
              "\"subject_kind\": \"SUBJECT_KIND_CUSTOMER\"", "\"observations\": \"1\"");
    } finally {
      System.setIn(before);
    }
  }

  @Test
  void somebody_is_named() {
    assertThat(suite.run("erase").exitCode()).isEqualTo(2);
    assertThat(suite.run("erase", "--customer", "").exitCode()).isEqualTo(2);
    assertThat(suite.run("erase", "--author", "").exitCode()).isEqualTo(2);
  }

  private static void comments(String observationId, String... authors) {
    Comments.Builder comments = Comments.newBuilder().setPostId("post-1");
    for (String author : authors) {
      comments.addComments(
          Comment.newBuilder().setCommentId("c-" + author).setAuthor(author).setText("So nice"));
    }
    var unused =
        suite
            .peers()
            .observations()
            .recordObservations(
                RecordObservationsRequest.newBuilder()
                    .addObservations(
                        Observation.newBuilder()
                            .setObservationId(observationId)
                            .setSource(
                                Source.newBuilder()
                                    .setProvenance(ProvenanceClass.PROVENANCE_CLASS_MANUAL)
                                    .setSystem("test"))
                            .setObservedTime(
                                ProtoTimes.toProto(Instant.parse("2026-05-01T10:00:00Z")))
                            .setComments(comments))
                    .build());
  }

  private static void order(String orderId, String customerId) {
    var unused =
        suite
            .peers()
            .conversions()
            .recordConversions(
                RecordConversionsRequest.newBuilder()
                    .addConversions(
                        Conversion.newBuilder()
                            .setType(ConversionType.CONVERSION_TYPE_PURCHASE)
                            .setOrderId(orderId)
                            .setCustomerId(customerId)
                            .setCurrencyCode("EUR")
                            .setConversionTime(
                                ProtoTimes.toProto(Instant.parse("2026-05-01T10:00:00Z")))
                            .setComponents(Components.newBuilder().setItemsMinor(10_000)))
                    .build());
  }
}
