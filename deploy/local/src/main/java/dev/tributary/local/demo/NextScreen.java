package dev.tributary.local.demo;

import dev.tributary.local.client.Targets;
import java.io.PrintStream;
import java.nio.file.Path;

/** Where to go from here, as lines to copy. */
final class NextScreen {
  private NextScreen() {}

  static void print(
      Targets targets, Path report, String campaignId, String orderId, PrintStream out) {
    out.printf(
        """

        NEXT
          The report        %1$s
          Why this creator  deploy/tributary explain conversion '%2$s' --attribution %4$s
          Leaked codes      deploy/tributary codes health --campaign %3$s --region DE --region AT \\
                              --signals --attribution %4$s --ingestion %6$s
          Behind a number   deploy/tributary explain kpi roas --campaign %3$s --metrics %5$s
          From any tool     buf curl --protocol grpc --http2-prior-knowledge \\
                              -d '{"kpi_ids":["revenue","roas"],"filter":{"campaign_ids":["%3$s"]}}' \\
                              http://%5$s/tributary.metrics.v1.KpiService/QueryKpis
          From Python       import grpc
                            from tributary.metrics.v1 import kpi_service_pb2 as pb, kpi_service_pb2_grpc as api
                            kpis = api.KpiServiceStub(grpc.insecure_channel("%5$s"))
                            ask = pb.QueryKpisRequest(kpi_ids=["revenue"], filter={"campaign_ids": ["%3$s"]})
                            print(kpis.QueryKpis(ask).total)
        """,
        report.toAbsolutePath().normalize(),
        orderId,
        campaignId,
        targets.attribution(),
        targets.metrics(),
        targets.ingestion());
  }
}
