package dev.tributary.reporting.report;

import dev.tributary.reporting.v1.Report;
import java.time.Instant;

/**
 * A report as it is kept, without what it says.
 *
 * @param asked what it was created for
 * @param createTime when it was created
 * @param head its own fields
 */
record StoredReport(NewReport asked, Instant createTime, Report head) {}
