package dev.tributary.reporting.peer;

import dev.tributary.reporting.sample.SampleCampaign;
import dev.tributary.runtime.server.Caller;
import dev.tributary.runtime.testing.TestServer;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The other three services on ports of their own, answering with the sample. Only the workspace
 * "acme" has the campaign.
 */
public final class StandIns implements AutoCloseable {
  /** The workspace that has the campaign. */
  public static final String WORKSPACE = "acme";

  private final StandInCatalog catalog = new StandInCatalog(this);
  private final StandInKpis kpis = new StandInKpis(this);
  private final StandInLedger ledger = new StandInLedger(this);
  private final StandInFeed.OfIngestion ingestionFeed = new StandInFeed.OfIngestion();
  private final StandInFeed.OfAttribution attributionFeed = new StandInFeed.OfAttribution();
  private final TestServer ingestion = TestServer.start(catalog, ingestionFeed);
  private final TestServer metrics = TestServer.start(kpis);
  private final TestServer attribution = TestServer.start(ledger, attributionFeed);
  private final List<String> workspaces = new CopyOnWriteArrayList<>();
  private volatile CampaignAnswers answers = SampleCampaign.answers();

  /** Where the ingestion service would listen. */
  public String ingestionTarget() {
    return ingestion.target();
  }

  /** Where the metrics service would listen. */
  public String metricsTarget() {
    return metrics.target();
  }

  /** Where the attribution service would listen. */
  public String attributionTarget() {
    return attribution.target();
  }

  /** What the stand-ins answer. */
  public CampaignAnswers answers() {
    return answers;
  }

  /** Lets them answer something else from now on. */
  public void answer(CampaignAnswers others) {
    answers = others;
  }

  /** The catalogue's stand-in. */
  public StandInCatalog catalog() {
    return catalog;
  }

  /** The KPI engine's stand-in. */
  public StandInKpis kpis() {
    return kpis;
  }

  /** The ledger's stand-in. */
  public StandInLedger ledger() {
    return ledger;
  }

  /** The ingestion feed's stand-in. */
  public StandInFeed.OfIngestion ingestionFeed() {
    return ingestionFeed;
  }

  /** Workspaces that the calls came from, feeds aside. */
  public List<String> workspaces() {
    return workspaces;
  }

  /** Takes the metrics service away. */
  public void stopMetrics() {
    metrics.close();
  }

  void noteCaller() {
    workspaces.add(Caller.current().workspace());
  }

  @Override
  public void close() {
    ingestion.close();
    metrics.close();
    attribution.close();
  }
}
