package dev.tributary.local.importing;

import dev.tributary.attribution.v1.Components;
import dev.tributary.attribution.v1.ConversionRecord;
import dev.tributary.attribution.v1.ListConversionsRequest;
import dev.tributary.ingestion.v1.Counter;
import dev.tributary.ingestion.v1.ListObservationsRequest;
import dev.tributary.ingestion.v1.ListPostsRequest;
import dev.tributary.ingestion.v1.Observation;
import dev.tributary.ingestion.v1.Post;
import dev.tributary.ingestion.v1.PostCounters;
import dev.tributary.ingestion.v1.WebTraffic;
import dev.tributary.local.client.Peers;
import dev.tributary.runtime.api.ProtoTimes;
import java.util.ArrayList;
import java.util.List;

/** What the services hold, as lines to compare. */
final class StoredFacts {
  private final Peers peers;

  StoredFacts(Peers peers) {
    this.peers = peers;
  }

  /** Posts that a text names, and the counters of everything it names. */
  List<String> posts(String text) {
    List<String> lines = new ArrayList<>();
    List<Post> posts =
        peers
            .catalog()
            .listPosts(ListPostsRequest.newBuilder().setPageSize(1000).build())
            .getPostsList();
    for (Post post : posts) {
      if (text.contains(post.getPostId())) {
        lines.add(
            "post %s %s %s %s"
                .formatted(
                    post.getPostId(),
                    post.getPlatform(),
                    post.getFormat(),
                    post.hasPublishTime() ? ProtoTimes.toInstant(post.getPublishTime()) : "-"));
        lines.addAll(counters(post.getPostId()));
      }
    }
    return lines;
  }

  /** Counters of a post, newest first. */
  List<String> counters(String postId) {
    List<String> lines = new ArrayList<>();
    for (Observation seen : list(ListObservationsRequest.newBuilder().setPostId(postId))) {
      PostCounters counters = seen.getPostCounters();
      lines.add(
          "  %s %s %s"
              .formatted(
                  counters.getDay().isEmpty()
                      ? ProtoTimes.toInstant(seen.getObservedTime())
                      : counters.getDay() + " " + counters.getDayTimeZone(),
                  seen.getSource().getProvenance(),
                  seen.getSource().getSystem()));
      counters.getCountersList().stream()
          .map(counter -> "    " + counter.getMetric() + " " + value(counter))
          .sorted()
          .forEach(lines::add);
    }
    return lines;
  }

  /** Web traffic of a campaign, newest first. */
  List<String> traffic(String campaignId) {
    return list(ListObservationsRequest.newBuilder().setTrafficCampaignId(campaignId)).stream()
        .map(StoredFacts::traffic)
        .toList();
  }

  /** Orders that a text names, by time. */
  List<String> orders(String text) {
    return peers
        .conversions()
        .listConversions(ListConversionsRequest.getDefaultInstance())
        .getConversionsList()
        .stream()
        .filter(order -> text.contains(order.getConversion().getOrderId()))
        .map(StoredFacts::order)
        .toList();
  }

  private List<Observation> list(ListObservationsRequest.Builder request) {
    return peers
        .observations()
        .listObservations(request.setPageSize(1000).build())
        .getObservationsList();
  }

  private static String value(Counter counter) {
    return counter.hasCount()
        ? Long.toString(counter.getCount())
        : counter.getUnavailable().toString();
  }

  private static String traffic(Observation seen) {
    WebTraffic traffic = seen.getWebTraffic();
    return "%s %s: sessions %d engaged %d users %s new %d"
        .formatted(
            traffic.getCampaignId(),
            ProtoTimes.toInstant(traffic.getStartTime()),
            traffic.getSessions(),
            traffic.getEngagedSessions(),
            traffic.hasUsers() ? traffic.getUsers() : "-",
            traffic.getNewUsers());
  }

  private static String order(ConversionRecord record) {
    Components parts = record.getConversion().getComponents();
    return "%s %s %s %s: items %d discount %d tax %d shipping %d codes %s"
        .formatted(
            record.getConversion().getOrderId(),
            ProtoTimes.toInstant(record.getConversion().getConversionTime()),
            record.getConversion().getCurrencyCode(),
            record.getConversion().getPaymentState(),
            parts.getItemsMinor(),
            parts.getDiscountMinor(),
            parts.getTaxMinor(),
            parts.getShippingMinor(),
            record.getConversion().getCodesList().stream().map(code -> code.getCode()).toList());
  }
}
