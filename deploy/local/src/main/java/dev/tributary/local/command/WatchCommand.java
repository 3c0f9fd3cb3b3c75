package dev.tributary.local.command;

import com.google.protobuf.util.Durations;
import dev.tributary.local.client.ConnectOptions;
import dev.tributary.local.client.Peers;
import dev.tributary.local.output.KpiCells;
import dev.tributary.local.output.LiveText;
import dev.tributary.local.output.ProgressTable;
import dev.tributary.local.output.Terminal;
import dev.tributary.metrics.v1.WatchCampaignRequest;
import dev.tributary.metrics.v1.WatchCampaignResponse;
import io.grpc.Context;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows a campaign while it runs. */
@Command(
    name = "watch",
    description = "Shows a campaign live: KPIs against target and against an earlier campaign.",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  tributary watch spring-glow",
      "  tributary watch spring-glow --against autumn-calm revenue roas clicks",
    })
public final class WatchCommand implements Callable<Integer> {
  @Mixin private ConnectOptions connect = new ConnectOptions();

  @Option(
      names = "--against",
      paramLabel = "EARLIER",
      description = "Compare with this campaign when it was as old.")
  private String against = "";

  @Option(names = "--once", description = "Show the present state and end.")
  private boolean once;

  @Option(
      names = "--interval",
      paramLabel = "SECONDS",
      description = "Least time between two states, up to 3600 (default: ${DEFAULT-VALUE}).")
  private int intervalSeconds = 1;

  @Parameters(index = "0", paramLabel = "CAMPAIGN", description = "The campaign's id.")
  private String campaignId = "";

  @Parameters(
      index = "1..*",
      arity = "0..*",
      paramLabel = "KPI",
      description = "KPI ids (default: those of the objective and of the targets).")
  private List<String> kpis = List.of();

  @Override
  public Integer call() throws Exception {
    try (Peers peers = connect.open();
        Context.CancellableContext stream = Context.current().withCancellation()) {
      ProgressTable table = new ProgressTable(KpiCells.of(peers), !against.isEmpty());
      LiveText screen = new LiveText(System.out, Terminal.isWatched());
      Iterator<WatchCampaignResponse> states =
          stream.call(() -> peers.watching().watchCampaign(request()));
      boolean more = true;
      while (more && states.hasNext()) {
        WatchCampaignResponse state = states.next();
        if (state.hasProgress()) {
          screen.show(table.lines(state.getProgress()));
          more = !once;
        }
      }
      return 0;
    }
  }

  private WatchCampaignRequest request() {
    return WatchCampaignRequest.newBuilder()
        .setCampaignId(campaignId)
        .addAllKpiIds(kpis)
        .setCompareCampaignId(against)
        .setMinInterval(Durations.fromSeconds(intervalSeconds))
        .build();
  }
}
