package dev.tributary.metrics.feed;

import dev.tributary.ingestion.v1.FeedEntry;
import dev.tributary.ingestion.v1.Observation;
import dev.tributary.metrics.catalog.CatalogProtos;
import dev.tributary.metrics.catalog.CatalogStore;
import dev.tributary.metrics.cost.CostProtos;
import dev.tributary.metrics.cost.CostStore;
import dev.tributary.metrics.observation.ObservationProtos;
import dev.tributary.metrics.observation.SnapshotStore;
import dev.tributary.metrics.opinion.ForgottenAuthors;
import dev.tributary.metrics.opinion.OpinionProtos;
import dev.tributary.metrics.opinion.OpinionStore;
import dev.tributary.metrics.rate.RateProtos;
import dev.tributary.metrics.rate.RateStore;
import dev.tributary.metrics.traffic.TrafficProtos;
import dev.tributary.metrics.traffic.TrafficStore;
import dev.tributary.runtime.feed.FeedItem;
import dev.tributary.runtime.feed.PageApplier;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import org.jdbi.v3.core.Handle;

/** Writes what ingestion tells: catalogue and observations, and who is to be forgotten. */
public final class IngestionApplier implements PageApplier<FeedEntry> {
  private final CatalogStore catalog = new CatalogStore();
  private final SnapshotStore snapshots = new SnapshotStore();
  private final CostStore costs = new CostStore();
  private final RateStore rates = new RateStore();
  private final TrafficStore traffic = new TrafficStore();
  private final OpinionStore opinions = new OpinionStore();
  private final ForgottenAuthors erasures = new ForgottenAuthors(opinions);
  private final LongAdder unknown = new LongAdder();

  /** An applier to the tables of {@code db/metrics}. */
  public IngestionApplier() {}

  /** Entries passed over since the process started because their kind is unknown. */
  public long unknownEntries() {
    return unknown.sum();
  }

  @Override
  public void apply(Handle handle, List<FeedItem<FeedEntry>> items) {
    var page = new Page<>(items);
    catalog.putCampaigns(
        handle,
        page.take(FeedEntry::hasCampaign, entry -> CatalogProtos.campaign(entry.getCampaign())));
    catalog.putCreators(
        handle,
        page.take(FeedEntry::hasCreator, entry -> CatalogProtos.creator(entry.getCreator())));
    catalog.putCollaborations(
        handle,
        page.take(
            FeedEntry::hasCollaboration,
            entry -> CatalogProtos.collaboration(entry.getCollaboration())));
    catalog.putPosts(
        handle, page.take(FeedEntry::hasPost, entry -> CatalogProtos.post(entry.getPost())));
    observations(handle, page.part(FeedEntry::hasObservation, FeedEntry::getObservation));
    // Last, so that it finds what stands beside it; what is read later reads without the person.
    erasures.apply(handle, page.take(FeedEntry::hasErased, FeedEntry::getErased));
    unknown.add(page.reportRest(Feeds.INGESTION));
  }

  private void observations(Handle handle, Page<Observation> page) {
    snapshots.addPostSnapshots(
        handle, page.take(Observation::hasPostCounters, ObservationProtos::post));
    snapshots.addAccountSnapshots(
        handle, page.take(Observation::hasAccountCounters, ObservationProtos::account));
    costs.add(handle, page.take(Observation::hasCost, CostProtos::cost));
    rates.put(handle, page.take(Observation::hasExchangeRate, RateProtos::rate));
    traffic.put(handle, page.take(Observation::hasWebTraffic, TrafficProtos::traffic));
    opinions.add(handle, page.take(OpinionProtos::isOpinion, OpinionProtos::opinion));
    unknown.add(page.reportRest(Feeds.INGESTION));
  }
}
