package dev.tributary.reporting.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.reporting.v1.Report;
import dev.tributary.runtime.api.ProtoTimes;
import dev.tributary.runtime.database.Database;
import dev.tributary.runtime.testing.TestDatabases;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the tables of reports promise, on every database. */
abstract class ReportStoreTest {
  private static final Instant NOON = Instant.parse("2026-05-10T12:00:00.123456Z");

  private final Database database;
  private final ReportStore store = new ReportStore();
  private final ReportFileStore files = new ReportFileStore();

  ReportStoreTest(TestDatabases kind) {
    database = kind.open("db/reporting");
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void a_report_is_found_again_as_it_was() {
    StoredReport report = report("spring-1", "spring", NOON);

    insert("acme", report);

    assertThat(find("acme", "spring-1")).contains(report);
    assertThat(find("acme", "spring-2")).isEmpty();
    assertThat(find("bolt", "spring-1")).isEmpty();
  }

  @Test
  void the_first_report_of_an_id_stays() {
    StoredReport first = report("spring-1", "spring", NOON);

    assertThat(insert("acme", first)).isTrue();
    assertThat(insert("acme", report("spring-1", "other", NOON.plusSeconds(1)))).isFalse();
    assertThat(insert("bolt", report("spring-1", "other", NOON))).isTrue();

    assertThat(find("acme", "spring-1")).contains(first);
  }

  @Test
  void pages_are_newest_first_then_by_id_and_bytewise() {
    insert("acme", report("b", "spring", NOON));
    insert("acme", report("B", "spring", NOON));
    insert("acme", report("a", "spring", NOON.minusNanos(1_000)));
    insert("acme", report("z", "summer", NOON.plusNanos(1_000)));
    insert("bolt", report("c", "spring", NOON));

    assertThat(page(Optional.empty(), Optional.empty(), 10)).containsExactly("z", "B", "b", "a");
    assertThat(page(Optional.of("spring"), Optional.empty(), 10)).containsExactly("B", "b", "a");
    assertThat(page(Optional.empty(), Optional.of(new ReportKey(NOON, "B")), 1))
        .containsExactly("b");
    assertThat(page(Optional.of("spring"), Optional.of(new ReportKey(NOON, "b")), 10))
        .containsExactly("a");
  }

  @Test
  void a_file_larger_than_a_database_value_is_kept_byte_for_byte() {
    byte[] bytes = new byte[3 * 1024 * 1024 + 17];
    new SplittableRandom(1).nextBytes(bytes);
    ReportFile file = ReportFile.of("text/html", 7, bytes);

    insert("acme", "spring-1", "HTML", file);

    ReportFile found = findFile("acme", "spring-1", "HTML").orElseThrow();
    assertThat(found.bytes()).isEqualTo(bytes);
    assertThat(found.sha256Hex()).isEqualTo(file.sha256Hex());
    assertThat(found.contentType()).isEqualTo("text/html");
    assertThat(found.rendererVersion()).isEqualTo(7);
    assertThat(found.pieces()).allSatisfy(piece -> assertThat(piece.length).isLessThan(65_537));
  }

  @Test
  void the_first_file_of_a_name_stays() {
    insert("acme", "spring-1", "HTML", ReportFile.of("text/html", 1, new byte[] {1, 2}));
    insert("acme", "spring-1", "HTML", ReportFile.of("text/html", 2, new byte[] {3}));
    insert("acme", "spring-1", "JSON", ReportFile.of("application/json", 2, new byte[] {4}));

    assertThat(findFile("acme", "spring-1", "HTML").orElseThrow().bytes()).containsExactly(1, 2);
    assertThat(findFile("acme", "spring-1", "JSON").orElseThrow().bytes()).containsExactly(4);
    assertThat(findFile("acme", "spring-1", "CONTENT")).isEmpty();
    assertThat(findFile("bolt", "spring-1", "HTML")).isEmpty();
  }

  private boolean insert(String workspace, StoredReport report) {
    return database.write(handle -> store.insert(handle, workspace, report));
  }

  private Optional<StoredReport> find(String workspace, String reportId) {
    return database.read(handle -> store.find(handle, workspace, reportId));
  }

  private List<String> page(Optional<String> campaignId, Optional<ReportKey> after, int limit) {
    return database.read(handle -> store.page(handle, "acme", campaignId, after, limit)).stream()
        .map(report -> report.asked().reportId())
        .toList();
  }

  private void insert(String workspace, String reportId, String name, ReportFile file) {
    database.write(
        handle -> {
          files.insert(handle, workspace, reportId, name, file);
          return name;
        });
  }

  private Optional<ReportFile> findFile(String workspace, String reportId, String name) {
    return database.read(handle -> files.find(handle, workspace, reportId, name));
  }

  private static StoredReport report(String reportId, String campaignId, Instant createTime) {
    Report head =
        Report.newBuilder()
            .setReportId(reportId)
            .setCampaignId(campaignId)
            .setTitle("A title")
            .setCreateTime(ProtoTimes.toProto(createTime))
            .build();
    return new StoredReport(new NewReport(reportId, campaignId, ""), createTime, head);
  }
}
