package dev.tributary.reporting;

import static dev.tributary.reporting.ReportingService.WORKSPACE;
import static dev.tributary.runtime.testing.Statuses.failureOf;
import static dev.tributary.runtime.testing.Statuses.fieldsOf;
import static dev.tributary.runtime.testing.Statuses.reasonOf;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.hash.Hashing;
import com.google.protobuf.ByteString;
import dev.tributary.reporting.sample.SampleCampaign;
import dev.tributary.reporting.v1.RenderFormat;
import dev.tributary.reporting.v1.RenderReportRequest;
import dev.tributary.reporting.v1.RenderReportResponse;
import dev.tributary.runtime.server.Scope;
import dev.tributary.type.v1.ErrorReason;
import dev.tributary.type.v1.Objective;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class RenderReportTest {
  private static final int PIECE_BYTES_MAX = 64 * 1024;

  private final ReportingService reporting = ReportingService.open();

  @AfterEach
  void close() {
    reporting.close();
  }

  @ParameterizedTest
  @CsvSource({
    "RENDER_FORMAT_JSON, application/json, {",
    "RENDER_FORMAT_MARKDOWN, text/markdown; charset=utf-8, # Spring serum launch",
    "RENDER_FORMAT_HTML, text/html; charset=utf-8, <!DOCTYPE html>"
  })
  void a_file_comes_in_pieces_and_with_its_hash(RenderFormat format, String type, String start) {
    reporting.create("spring-1");

    List<RenderReportResponse> pieces = reporting.render("spring-1", format);

    assertThat(pieces.get(0).getContentType()).isEqualTo(type);
    assertThat(pieces.get(0).getSha256Hex())
        .isEqualTo(Hashing.sha256().hashBytes(file(pieces).toByteArray()).toString());
    assertThat(file(pieces).toStringUtf8()).startsWith(start);
    assertThat(pieces)
        .allSatisfy(piece -> assertThat(piece.getChunk().size()).isBetween(1, PIECE_BYTES_MAX));
    assertThat(pieces.subList(1, pieces.size()))
        .allSatisfy(
            piece -> {
              assertThat(piece.getContentType()).isEmpty();
              assertThat(piece.getSha256Hex()).isEmpty();
            });
  }

  @ParameterizedTest
  @EnumSource(value = RenderFormat.class, mode = Mode.MATCH_ANY, names = ".*(JSON|MARKDOWN|HTML)")
  void a_rendering_never_changes_whatever_happens_elsewhere(RenderFormat format) {
    reporting.create("spring-1");
    List<RenderReportResponse> first = reporting.render("spring-1", format);

    reporting.peers.answer(SampleCampaign.answers(Objective.OBJECTIVE_AWARENESS));
    reporting.peers.stopMetrics();
    reporting.restart();

    assertThat(reporting.render("spring-1", format)).isEqualTo(first);
  }

  @Test
  void a_form_must_be_named() {
    reporting.create("spring-1");

    assertThat(
            fieldsOf(
                failureOf(
                    () -> reporting.render("spring-1", RenderFormat.RENDER_FORMAT_UNSPECIFIED))))
        .containsExactly("format");
    assertThat(
            fieldsOf(
                failureOf(
                    () ->
                        reporting
                            .as(WORKSPACE)
                            .renderReport(
                                RenderReportRequest.newBuilder()
                                    .setReportId("spring-1")
                                    .setFormatValue(99)
                                    .build())
                            .next())))
        .containsExactly("format");
  }

  @Test
  void a_report_that_does_not_exist_is_not_found() {
    assertThat(
            reasonOf(
                failureOf(() -> reporting.render("spring-1", RenderFormat.RENDER_FORMAT_HTML))))
        .isEqualTo(ErrorReason.ERROR_REASON_NOT_FOUND);
  }

  @Test
  void another_workspace_gets_nothing_of_it() {
    reporting.create("spring-1");
    reporting.render("spring-1", RenderFormat.RENDER_FORMAT_HTML);

    assertThat(
            reasonOf(
                failureOf(
                    () ->
                        reporting
                            .as("bolt")
                            .renderReport(
                                RenderReportRequest.newBuilder()
                                    .setReportId("spring-1")
                                    .setFormat(RenderFormat.RENDER_FORMAT_HTML)
                                    .build())
                            .next())))
        .isEqualTo(ErrorReason.ERROR_REASON_NOT_FOUND);
  }

  @Test
  void a_key_that_may_only_write_reads_nothing() {
    reporting.create("spring-1");

    assertThat(
            reasonOf(
                failureOf(
                    () ->
                        reporting
                            .as(WORKSPACE, Scope.WRITE)
                            .renderReport(
                                RenderReportRequest.newBuilder()
                                    .setReportId("spring-1")
                                    .setFormat(RenderFormat.RENDER_FORMAT_HTML)
                                    .build())
                            .next())))
        .isEqualTo(ErrorReason.ERROR_REASON_SCOPE_MISSING);
  }

  private static ByteString file(List<RenderReportResponse> pieces) {
    return pieces.stream()
        .map(RenderReportResponse::getChunk)
        .reduce(ByteString.EMPTY, ByteString::concat);
  }
}
