package dev.tributary.ingestion.testing;

import static dev.tributary.ingestion.testing.CatalogSamples.anAccount;
import static dev.tributary.ingestion.testing.CatalogSamples.euros;
import static dev.tributary.ingestion.testing.CatalogSamples.time;

import dev.tributary.ingestion.v1.AccountCounters;
import dev.tributary.ingestion.v1.Cost;
import dev.tributary.ingestion.v1.CostKind;
import dev.tributary.ingestion.v1.CostState;
import dev.tributary.ingestion.v1.Counter;
import dev.tributary.ingestion.v1.CounterSpan;
import dev.tributary.ingestion.v1.ExchangeRate;
import dev.tributary.ingestion.v1.Observation;
import dev.tributary.ingestion.v1.PostCounters;
import dev.tributary.ingestion.v1.Source;
import dev.tributary.ingestion.v1.Unavailability;
import dev.tributary.ingestion.v1.WebTraffic;
import dev.tributary.type.v1.ProvenanceClass;

/** Observations of every kind, all seen at {@link #SEEN}. */
public final class ObservationSamples {
  /** When all samples were true, unless a test says otherwise. */
  public static final String SEEN = "2026-03-12T06:00:00Z";

  private ObservationSamples() {}

  public static Observation.Builder anObservation(String id) {
    return Observation.newBuilder()
        .setObservationId(id)
        .setSource(
            Source.newBuilder()
                .setProvenance(ProvenanceClass.PROVENANCE_CLASS_FIRST_PARTY_API)
                .setSystem("instagram-graph-v23"))
        .setObservedTime(time(SEEN));
  }

  public static Observation.Builder postCounters(String id, String postId) {
    return anObservation(id)
        .setPostCounters(
            PostCounters.newBuilder()
                .setPostId(postId)
                .setSpan(CounterSpan.COUNTER_SPAN_LIFETIME)
                .addCounters(count("impressions", 1_000))
                .addCounters(count("likes", 50))
                .addCounters(unavailable("reach")));
  }

  public static Observation.Builder dailyCounters(String id, String postId) {
    Observation.Builder daily = postCounters(id, postId);
    daily
        .getPostCountersBuilder()
        .setSpan(CounterSpan.COUNTER_SPAN_DAILY)
        .setDay("2026-03-11")
        .setDayTimeZone("America/Los_Angeles");
    return daily;
  }

  public static Observation.Builder accountCounters(String id, String handle) {
    return anObservation(id)
        .setAccountCounters(
            AccountCounters.newBuilder()
                .setAccount(anAccount(handle))
                .addCounters(count("followers", 12_345)));
  }

  public static Observation.Builder trafficOfCollaboration(String id, String collaborationId) {
    return anObservation(id)
        .setWebTraffic(traffic().setCollaborationId(collaborationId).setCampaignId("spring"));
  }

  public static Observation.Builder trafficOfCampaign(String id, String campaignId) {
    return anObservation(id).setWebTraffic(traffic().setCampaignId(campaignId));
  }

  public static Observation.Builder cost(String id, String costId) {
    return anObservation(id)
        .setCost(
            Cost.newBuilder()
                .setCostId(costId)
                .setCollaborationId("anna-spring")
                .setPostId("post-1")
                .setKind(CostKind.COST_KIND_FEE)
                .setState(CostState.COST_STATE_PAID)
                .setAmount(euros(100_000)));
  }

  public static Observation.Builder exchangeRate(String id, String base, String quote) {
    return anObservation(id)
        .setExchangeRate(
            ExchangeRate.newBuilder()
                .setBaseCurrencyCode(base)
                .setQuoteCurrencyCode(quote)
                .setDate("2026-03-11")
                .setRateNanos(11_047_500_000L));
  }

  public static Counter count(String metric, long count) {
    return Counter.newBuilder().setMetric(metric).setCount(count).build();
  }

  public static Counter unavailable(String metric) {
    return Counter.newBuilder()
        .setMetric(metric)
        .setUnavailable(Unavailability.UNAVAILABILITY_NOT_AVAILABLE)
        .build();
  }

  private static WebTraffic.Builder traffic() {
    return WebTraffic.newBuilder()
        .setStartTime(time("2026-03-11T00:00:00Z"))
        .setEndTime(time("2026-03-12T00:00:00Z"))
        .setSessions(400)
        .setEngagedSessions(250)
        .setUsers(300)
        .setNewUsers(120);
  }
}
