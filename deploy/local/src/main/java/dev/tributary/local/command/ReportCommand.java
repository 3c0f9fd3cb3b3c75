package dev.tributary.local.command;

import dev.tributary.local.client.ConnectOptions;
import dev.tributary.local.client.Peers;
import dev.tributary.local.client.ReportFiles;
import dev.tributary.reporting.v1.CreateReportRequest;
import dev.tributary.reporting.v1.RenderFormat;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Creates a report and renders it. */
@Command(
    name = "report",
    description = "Freezes a report on a campaign and renders it.",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  tributary report spring-glow --out report.html",
      "  tributary report spring-glow --format markdown > report.md",
      "  tributary report spring-glow --id 2026-week-20 --format json"
    })
public final class ReportCommand implements Callable<Integer> {
  @Mixin private ConnectOptions connect = new ConnectOptions();

  @Option(
      names = "--id",
      paramLabel = "ID",
      description =
          "Id of the report; an existing one is rendered again (default: the campaign and the"
              + " time).")
  private @Nullable String id;

  @Option(names = "--title", paramLabel = "TEXT", description = "Title (default: the campaign's).")
  private String title = "";

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "html, markdown or json (default: html).")
  private Rendering format = Rendering.HTML;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Where it is written (default: the standard output).")
  private @Nullable Path out;

  @Parameters(paramLabel = "CAMPAIGN", description = "The campaign's id.")
  private String campaignId = "";

  /** Forms of a rendering. */
  enum Rendering {
    /** A page. */
    HTML,
    /** Markdown. */
    MARKDOWN,
    /** The content. */
    JSON
  }

  @Override
  public Integer call() throws IOException {
    String given = id;
    String reportId =
        given == null
            ? campaignId + ":" + Clock.systemUTC().instant().toString().replaceAll("[^0-9TZ]", "")
            : given;
    try (Peers peers = connect.open()) {
      peers
          .reports()
          .createReport(
              CreateReportRequest.newBuilder()
                  .setReportId(reportId)
                  .setCampaignId(campaignId)
                  .setTitle(title)
                  .build());
      RenderFormat rendering =
          RenderFormat.valueOf("RENDER_FORMAT_" + format.name().toUpperCase(Locale.ROOT));
      ReportFiles files = new ReportFiles(peers);
      Path file = out;
      if (file == null) {
        files.write(reportId, rendering, System.out);
        System.out.flush();
      } else {
        files.write(reportId, rendering, file);
        System.out.println(reportId + " is in " + file);
      }
      return 0;
    }
  }
}
