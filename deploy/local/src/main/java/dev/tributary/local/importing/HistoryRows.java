package dev.tributary.local.importing;

import dev.tributary.ingestion.v1.Account;
import dev.tributary.ingestion.v1.Campaign;
import dev.tributary.ingestion.v1.Cost;
import dev.tributary.ingestion.v1.CostKind;
import dev.tributary.ingestion.v1.CostState;
import dev.tributary.ingestion.v1.Counter;
import dev.tributary.ingestion.v1.CounterSpan;
import dev.tributary.ingestion.v1.Observation;
import dev.tributary.ingestion.v1.Post;
import dev.tributary.ingestion.v1.PostCounters;
import dev.tributary.ingestion.v1.PutCampaign;
import dev.tributary.ingestion.v1.PutPost;
import dev.tributary.runtime.api.ProtoTimes;
import dev.tributary.type.v1.ContentFormat;
import dev.tributary.type.v1.Money;
import dev.tributary.type.v1.Platform;
import dev.tributary.type.v1.ProvenanceClass;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * Rows of totals of past campaigns. They hang on one summary post per creator, whose id says
 * "history-" and which was published when the campaign began, since there are no posts to tell them
 * of. Orders and revenue are counters of it under names that metrics takes as sales.
 *
 * @param cells reads dates in the zone of the file, which is the campaign's
 */
record HistoryRows(Cells cells) implements RowTable<HistoryRow> {
  static final List<Field> FIELDS =
      Stream.of(
              CampaignRows.FIELDS.subList(0, 8),
              List.of(
                  Field.required("creator", "name, or a word for all of them", "All creators"),
                  Field.optional("creator_id", "blank is made from the name", ""),
                  Field.optional("platform", "blank is other", "instagram"),
                  Field.optional("handle", "the creator's account", "")),
              MetricField.CANONICAL.stream()
                  .map(metric -> Field.optional(metric, "whole number; blank is not told", ""))
                  .toList(),
              List.of(
                  Field.optional("cost", "what was spent, in the currency", "18000.00"),
                  Field.optional("orders", "whole number", "412"),
                  Field.optional("revenue", "net sales, in the currency", "31250.00"),
                  Sources.FIELDS.get(1)))
          .flatMap(List::stream)
          .toList();

  @Override
  public HistoryRow parse(CsvRow row) throws RowRejected {
    Campaign campaign = new CampaignRows(cells).parse(row).getCampaign();
    String name = row.require("creator");
    String creatorId = row.get("creator_id").orElse(Ids.slug(name));
    Platform platform =
        row.get("platform").isEmpty()
            ? Platform.PLATFORM_OTHER
            : Cells.name(row, "platform", Platform.class, "PLATFORM_");
    CampaignDays days = CampaignDays.of(campaign);
    Post post =
        Post.newBuilder()
            .setPostId(Ids.join("history", campaign.getCampaignId(), creatorId))
            .setCollaborationId(Ids.join(campaign.getCampaignId(), creatorId))
            .setPlatform(platform)
            .setFormat(ContentFormat.CONTENT_FORMAT_OTHER)
            .setPublishTime(ProtoTimes.toProto(days.start()))
            .build();
    List<Account> accounts = row.get("handle").isEmpty() ? List.of() : List.of(Accounts.of(row));
    return new HistoryRow(
        row.lineNumber(),
        PutCampaign.newBuilder().setCampaign(campaign).setExpectedVersion(0).build(),
        creatorId,
        name,
        accounts,
        PutPost.newBuilder().setPost(post).build(),
        counters(row, post.getPostId(), campaign.getCurrencyCode(), days.end()),
        cost(row, post, campaign.getCurrencyCode(), days.end()));
  }

  private Optional<Observation> counters(CsvRow row, String postId, String currency, Instant end)
      throws RowRejected {
    List<Counter> counters = new ArrayList<>();
    for (String metric : MetricField.CANONICAL) {
      Cells.count(row, metric).ifPresent(count -> counters.add(counter(metric, count)));
    }
    Cells.count(row, "orders").ifPresent(count -> counters.add(counter("past_orders", count)));
    cells
        .amount(row, "revenue", currency)
        .ifPresent(minor -> counters.add(counter("past_revenue." + currency, minor)));
    if (counters.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        Ids.identified(
            observation(row, end)
                .setPostCounters(
                    PostCounters.newBuilder()
                        .setPostId(postId)
                        .setSpan(CounterSpan.COUNTER_SPAN_LIFETIME)
                        .addAllCounters(counters))));
  }

  private static Counter counter(String metric, long count) {
    return Counter.newBuilder().setMetric(metric).setCount(count).build();
  }

  private Optional<Observation> cost(CsvRow row, Post post, String currency, Instant end)
      throws RowRejected {
    OptionalLong amount = cells.amount(row, "cost", currency);
    if (amount.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        Ids.identified(
            observation(row, end)
                .setCost(
                    Cost.newBuilder()
                        .setCostId(post.getPostId())
                        .setCollaborationId(post.getCollaborationId())
                        .setKind(CostKind.COST_KIND_OTHER)
                        .setState(CostState.COST_STATE_PAID)
                        .setAmount(
                            Money.newBuilder()
                                .setCurrencyCode(currency)
                                .setMinorUnits(amount.getAsLong())))));
  }

  private static Observation.Builder observation(CsvRow row, Instant end) throws RowRejected {
    return Observation.newBuilder()
        .setSource(Sources.of(row, ProvenanceClass.PROVENANCE_CLASS_MANUAL))
        .setObservedTime(ProtoTimes.toProto(end));
  }
}
