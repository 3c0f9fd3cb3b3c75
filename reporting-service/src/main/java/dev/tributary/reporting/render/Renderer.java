package dev.tributary.reporting.render;

import dev.tributary.reporting.v1.ReportContent;

/** One form of a report. */
interface Renderer {
  /** The report in this form. */
  Rendering render(ReportContent content);
}
