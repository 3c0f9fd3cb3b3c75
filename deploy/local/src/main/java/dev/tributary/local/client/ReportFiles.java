package dev.tributary.local.client;

import dev.tributary.reporting.v1.RenderFormat;
import dev.tributary.reporting.v1.RenderReportRequest;
import dev.tributary.reporting.v1.RenderReportResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;

/** Renderings of reports as files. */
public final class ReportFiles {
  private final Peers peers;

  /** Asks the reporting service of these peers. */
  public ReportFiles(Peers peers) {
    this.peers = peers;
  }

  /**
   * Renders a report into a file, which is replaced.
   *
   * @throws UncheckedIOException if the file cannot be written
   */
  public void write(String reportId, RenderFormat format, Path file) {
    try (OutputStream out = Files.newOutputStream(file)) {
      write(reportId, format, out);
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }

  /**
   * Renders a report into a stream, which stays open.
   *
   * @throws IOException if the stream cannot be written
   */
  public void write(String reportId, RenderFormat format, OutputStream out) throws IOException {
    Iterator<RenderReportResponse> pieces =
        peers
            .reports()
            .renderReport(
                RenderReportRequest.newBuilder().setReportId(reportId).setFormat(format).build());
    while (pieces.hasNext()) {
      pieces.next().getChunk().writeTo(out);
    }
  }
}
