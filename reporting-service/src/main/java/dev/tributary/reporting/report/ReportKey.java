package dev.tributary.reporting.report;

import java.time.Instant;

/**
 * Place of a report in the list: newest first, then by id.
 *
 * @param createTime when it was created
 * @param reportId its id
 */
record ReportKey(Instant createTime, String reportId) {
  /** The place of a report. */
  static ReportKey of(StoredReport report) {
    return new ReportKey(report.createTime(), report.asked().reportId());
  }
}
