package dev.tributary.reporting.report;

import com.google.protobuf.InvalidProtocolBufferException;
import dev.tributary.reporting.peer.CampaignAnswers;
import dev.tributary.reporting.peer.CampaignQuestions;
import dev.tributary.reporting.render.Rendering;
import dev.tributary.reporting.render.Renderings;
import dev.tributary.reporting.section.ReportAssembly;
import dev.tributary.reporting.v1.RenderFormat;
import dev.tributary.reporting.v1.Report;
import dev.tributary.reporting.v1.ReportContent;
import dev.tributary.runtime.api.ApiException;
import dev.tributary.runtime.api.ProtoTimes;
import dev.tributary.runtime.database.Database;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Creates reports, keeps them as they were created, and renders each format once. */
public final class Reports {
  private static final String CONTENT = "CONTENT";
  private static final String CONTENT_TYPE = "application/x-protobuf";
  private static final int NOT_RENDERED = 0;

  private final Database database;
  private final CampaignQuestions questions;
  private final Clock clock;
  private final ReportStore store = new ReportStore();
  private final ReportFileStore files = new ReportFileStore();

  /**
   * Reports in a database.
   *
   * @param clock tells when a report is created
   */
  public Reports(Database database, CampaignQuestions questions, Clock clock) {
    this.database = database;
    this.questions = questions;
    this.clock = clock;
  }

  /**
   * Creates the report, or answers with the one that the same request created before.
   *
   * @throws ApiException ID_REUSED when another request created it
   */
  Report create(String workspace, NewReport asked) {
    Optional<StoredReport> known =
        database.read(handle -> store.find(handle, workspace, asked.reportId()));
    if (known.isPresent()) {
      return createdBy(asked, known.get());
    }
    // No transaction is open while the other services are asked; the first to store its report
    // wins.
    ReportContent content = assemble(asked, ProtoTimes.toMicros(clock.instant()));
    return database.write(handle -> keep(handle, workspace, asked, content));
  }

  /** What the report says. */
  ReportContent content(String workspace, String reportId) {
    return database.read(handle -> content(handle, workspace, reportId));
  }

  /** The report in a format; the same bytes each time. */
  ReportFile render(String workspace, String reportId, RenderFormat format) {
    String name = Renderings.name(format);
    Optional<ReportFile> rendered =
        database.read(handle -> files.find(handle, workspace, reportId, name));
    return rendered.orElseGet(
        () -> {
          Rendering made = Renderings.render(content(workspace, reportId), format);
          ReportFile file = ReportFile.of(made.contentType(), Renderings.VERSION, made.bytes());
          return database.write(handle -> keepFirst(handle, workspace, reportId, name, file));
        });
  }

  /** Reports after a place in the list, newest first. */
  List<StoredReport> page(
      String workspace, Optional<String> campaignId, Optional<ReportKey> after, int limit) {
    return database.read(handle -> store.page(handle, workspace, campaignId, after, limit));
  }

  private ReportContent assemble(NewReport asked, Instant now) {
    CampaignAnswers answers = questions.ask(asked.campaignId(), now);
    String title = asked.title().isEmpty() ? answers.campaign().getDisplayName() : asked.title();
    Report head =
        Report.newBuilder()
            .setReportId(asked.reportId())
            .setCampaignId(asked.campaignId())
            .setTitle(title)
            .setCreateTime(ProtoTimes.toProto(now))
            .addAllAsOf(answers.kpis().asOf())
            .build();
    return ReportAssembly.assemble(head, answers, now);
  }

  private Report keep(Handle handle, String workspace, NewReport asked, ReportContent content) {
    Report head = content.getReport();
    Instant createTime = ProtoTimes.toInstant(head.getCreateTime());
    if (store.insert(handle, workspace, new StoredReport(asked, createTime, head))) {
      ReportFile file = ReportFile.of(CONTENT_TYPE, NOT_RENDERED, content.toByteArray());
      files.insert(handle, workspace, asked.reportId(), CONTENT, file);
    }
    return createdBy(asked, store.find(handle, workspace, asked.reportId()).orElseThrow());
  }

  private ReportFile keepFirst(
      Handle handle, String workspace, String reportId, String name, ReportFile file) {
    files.insert(handle, workspace, reportId, name, file);
    return files.find(handle, workspace, reportId, name).orElseThrow();
  }

  private ReportContent content(Handle handle, String workspace, String reportId) {
    ReportFile file =
        files
            .find(handle, workspace, reportId, CONTENT)
            .orElseThrow(() -> ApiException.notFound("report", reportId));
    try {
      return ReportContent.parseFrom(file.bytes());
    } catch (InvalidProtocolBufferException broken) {
      throw new IllegalStateException("report " + reportId + " cannot be read", broken);
    }
  }

  private static Report createdBy(NewReport asked, StoredReport stored) {
    asked
        .differenceFrom(stored.asked())
        .ifPresent(
            field -> {
              throw ApiException.idReused("report", asked.reportId(), field);
            });
    return stored.head();
  }
}
