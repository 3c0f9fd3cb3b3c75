package dev.tributary.metrics.testing;

import com.google.protobuf.Timestamp;
import dev.tributary.ingestion.v1.Account;
import dev.tributary.ingestion.v1.AccountCounters;
import dev.tributary.ingestion.v1.AudienceBreakdown;
import dev.tributary.ingestion.v1.AudienceBucket;
import dev.tributary.ingestion.v1.AudienceDimension;
import dev.tributary.ingestion.v1.AudienceKind;
import dev.tributary.ingestion.v1.Campaign;
import dev.tributary.ingestion.v1.Collaboration;
import dev.tributary.ingestion.v1.CollaborationStatus;
import dev.tributary.ingestion.v1.Comment;
import dev.tributary.ingestion.v1.Comments;
import dev.tributary.ingestion.v1.Cost;
import dev.tributary.ingestion.v1.CostKind;
import dev.tributary.ingestion.v1.CostState;
import dev.tributary.ingestion.v1.Counter;
import dev.tributary.ingestion.v1.CounterSpan;
import dev.tributary.ingestion.v1.Creator;
import dev.tributary.ingestion.v1.ExchangeRate;
import dev.tributary.ingestion.v1.FeedEntry;
import dev.tributary.ingestion.v1.KpiTarget;
import dev.tributary.ingestion.v1.Observation;
import dev.tributary.ingestion.v1.Post;
import dev.tributary.ingestion.v1.PostCounters;
import dev.tributary.ingestion.v1.Source;
import dev.tributary.ingestion.v1.Unavailability;
import dev.tributary.ingestion.v1.WebTraffic;
import dev.tributary.runtime.api.ProtoTimes;
import dev.tributary.type.v1.ContentFormat;
import dev.tributary.type.v1.Money;
import dev.tributary.type.v1.Objective;
import dev.tributary.type.v1.Platform;
import dev.tributary.type.v1.ProvenanceClass;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** Entries of ingestion's feed; what a test does not care for has a usual value. */
public final class Ingested {
  private Ingested() {}

  /** A time of the contracts. */
  public static Timestamp time(String time) {
    return ProtoTimes.toProto(Instant.parse(time));
  }

  /** A campaign of May 2026 with one brand account on Instagram, named like it. */
  public static FeedEntry campaign(String id, int version) {
    return FeedEntry.newBuilder()
        .setCampaign(
            Campaign.newBuilder()
                .setCampaignId(id)
                .setVersion(version)
                .setStartDate("2026-05-01")
                .setEndDate("2026-05-31")
                .setTimeZone("Europe/Stockholm")
                .setCurrencyCode("EUR")
                .addBrandAccounts(account(id + "-v" + version)))
        .build();
  }

  /** The same campaign, to sell, with targets. */
  public static FeedEntry sellingCampaign(String id, int version, KpiTarget... targets) {
    FeedEntry.Builder entry = campaign(id, version).toBuilder();
    entry
        .getCampaignBuilder()
        .setObjective(Objective.OBJECTIVE_SALES)
        .addAllTargets(List.of(targets));
    return entry.build();
  }

  /** A target for a ratio. */
  public static KpiTarget ratioTarget(String kpi, long millionths) {
    return KpiTarget.newBuilder().setKpiId(kpi).setRatioMillionths(millionths).build();
  }

  /** A target for a count. */
  public static KpiTarget countTarget(String kpi, long count) {
    return KpiTarget.newBuilder().setKpiId(kpi).setCount(count).build();
  }

  /** A creator. */
  public static FeedEntry creator(String id, int version) {
    return FeedEntry.newBuilder()
        .setCreator(Creator.newBuilder().setCreatorId(id).setVersion(version))
        .build();
  }

  /** A live collaboration. */
  public static FeedEntry collaboration(String id, int version, String campaign, String creator) {
    return FeedEntry.newBuilder()
        .setCollaboration(
            Collaboration.newBuilder()
                .setCollaborationId(id)
                .setVersion(version)
                .setCampaignId(campaign)
                .setCreatorId(creator)
                .setStatus(CollaborationStatus.COLLABORATION_STATUS_LIVE))
        .build();
  }

  /** A clip on Instagram. */
  public static FeedEntry post(String id, int version, String collaboration) {
    return post(id, version, collaboration, Platform.PLATFORM_INSTAGRAM);
  }

  /** A clip. */
  public static FeedEntry post(String id, int version, String collaboration, Platform platform) {
    return FeedEntry.newBuilder()
        .setPost(
            Post.newBuilder()
                .setPostId(id)
                .setVersion(version)
                .setCollaborationId(collaboration)
                .setPlatform(platform)
                .setFormat(ContentFormat.CONTENT_FORMAT_SHORT_VIDEO)
                .setPublishTime(time("2026-05-02T12:00:00Z"))
                .setFollowerCount(1000 + version))
        .build();
  }

  /** Lifetime counters of a post by the platform's API. */
  public static FeedEntry counters(String post, String time, Counter... counters) {
    return counters(post, time, ProvenanceClass.PROVENANCE_CLASS_FIRST_PARTY_API, "api", counters);
  }

  /** Lifetime counters of a post. */
  public static FeedEntry counters(
      String post, String time, ProvenanceClass provenance, String system, Counter... counters) {
    return observation(
        time,
        provenance,
        system,
        Observation.newBuilder()
            .setPostCounters(
                PostCounters.newBuilder()
                    .setPostId(post)
                    .setSpan(CounterSpan.COUNTER_SPAN_LIFETIME)
                    .addAllCounters(Stream.of(counters).toList())));
  }

  /** Growth of a post on a day in the zone of California. */
  public static FeedEntry growth(String post, String time, String day, Counter... counters) {
    return observed(
        time,
        Observation.newBuilder()
            .setPostCounters(
                PostCounters.newBuilder()
                    .setPostId(post)
                    .setSpan(CounterSpan.COUNTER_SPAN_DAILY)
                    .setDay(day)
                    .setDayTimeZone("America/Los_Angeles")
                    .addAllCounters(Stream.of(counters).toList())));
  }

  /** A counter with a number. */
  public static Counter count(String metric, long count) {
    return Counter.newBuilder().setMetric(metric).setCount(count).build();
  }

  /** A counter without one. */
  public static Counter absent(String metric, Unavailability why) {
    return Counter.newBuilder().setMetric(metric).setUnavailable(why).build();
  }

  /** Counters of an account on Instagram. */
  public static FeedEntry accountCounters(String handle, String time, Counter... counters) {
    return observed(
        time,
        Observation.newBuilder()
            .setAccountCounters(
                AccountCounters.newBuilder()
                    .setAccount(account(handle))
                    .addAllCounters(Stream.of(counters).toList())));
  }

  /** A fee in euros; an empty id means that it is not known by that. */
  public static FeedEntry cost(
      String id, String time, String collaboration, String campaign, long cents) {
    return observed(
        time,
        Observation.newBuilder()
            .setCost(
                Cost.newBuilder()
                    .setCostId(id)
                    .setCollaborationId(collaboration)
                    .setCampaignId(campaign)
                    .setKind(CostKind.COST_KIND_FEE)
                    .setState(CostState.COST_STATE_PAID)
                    .setAmount(Money.newBuilder().setCurrencyCode("EUR").setMinorUnits(cents))));
  }

  /** A rate of Swedish crowns for a euro. */
  public static FeedEntry rate(String date, long nanos) {
    return observed(
        date + "T15:00:00Z",
        Observation.newBuilder()
            .setExchangeRate(
                ExchangeRate.newBuilder()
                    .setBaseCurrencyCode("EUR")
                    .setQuoteCurrencyCode("SEK")
                    .setDate(date)
                    .setRateNanos(nanos)));
  }

  /** Sessions of a collaboration on the first day of May. */
  public static FeedEntry traffic(String collaboration, long sessions) {
    return observed(
        "2026-05-02T01:00:00Z",
        Observation.newBuilder()
            .setWebTraffic(
                WebTraffic.newBuilder()
                    .setCollaborationId(collaboration)
                    .setStartTime(time("2026-05-01T00:00:00Z"))
                    .setEndTime(time("2026-05-02T00:00:00Z"))
                    .setSessions(sessions)));
  }

  /** A comment under a post. */
  public static FeedEntry comment(String post, String time, String text) {
    return observed(
        time,
        Observation.newBuilder()
            .setComments(
                Comments.newBuilder()
                    .setPostId(post)
                    .addComments(Comment.newBuilder().setCommentId("c-1").setText(text))));
  }

  /** The age groups of the followers of an account on Instagram. */
  public static FeedEntry audience(String handle, String time, long count) {
    return observed(
        time,
        Observation.newBuilder()
            .setAudienceBreakdown(
                AudienceBreakdown.newBuilder()
                    .setAccount(account(handle))
                    .setKind(AudienceKind.AUDIENCE_KIND_FOLLOWERS)
                    .setDimension(AudienceDimension.AUDIENCE_DIMENSION_AGE)
                    .addBuckets(AudienceBucket.newBuilder().setName("18-24").setCount(count))));
  }

  private static Account account(String handle) {
    return Account.newBuilder().setPlatform(Platform.PLATFORM_INSTAGRAM).setHandle(handle).build();
  }

  private static FeedEntry observed(String time, Observation.Builder observation) {
    return observation(time, ProvenanceClass.PROVENANCE_CLASS_FIRST_PARTY_API, "api", observation);
  }

  private static FeedEntry observation(
      String time, ProvenanceClass provenance, String system, Observation.Builder observation) {
    return FeedEntry.newBuilder()
        .setObservation(
            observation
                .setObservedTime(time(time))
                .setSource(Source.newBuilder().setProvenance(provenance).setSystem(system)))
        .build();
  }
}
