package dev.tributary.local.importing;

import dev.tributary.ingestion.v1.Collaboration;
import dev.tributary.ingestion.v1.CollaborationStatus;
import dev.tributary.ingestion.v1.Observation;
import dev.tributary.ingestion.v1.PutCampaign;
import dev.tributary.ingestion.v1.PutPost;
import java.util.List;

/** What the rows of past totals say. */
final class HistoryEntries implements BookSink.Entries<HistoryRow> {
  private final Lane<PutCampaign, ?> campaigns;
  private final Lane<PutPost, ?> posts;
  private final Lane<Observation, ?> observations;

  HistoryEntries(Calls calls) {
    this.campaigns = Lane.quiet(calls.campaigns().reading(Existing::kept));
    this.posts = Lane.quiet(calls.posts());
    this.observations = Lane.quiet(calls.observations());
  }

  @Override
  public long line(HistoryRow row) {
    return row.line();
  }

  @Override
  public String campaignId(HistoryRow row) {
    return row.campaignId();
  }

  @Override
  public BookSink.Writer<HistoryRow> open(CatalogBook book) {
    return row -> {
      campaigns.add(row.line(), row.campaign());
      book.addAccount(row.line(), row.creatorId(), row.creatorName(), row.accounts());
      Collaboration.Builder terms =
          book.collaboration(row.collaborationId(), row.campaignId(), row.creatorId()).toBuilder();
      if (terms.getStatus() == CollaborationStatus.COLLABORATION_STATUS_UNSPECIFIED) {
        terms.setStatus(CollaborationStatus.COLLABORATION_STATUS_COMPLETED);
      }
      book.put(row.line(), terms.build());
      posts.add(row.line(), row.summary());
      row.counters().ifPresent(seen -> observations.add(row.line(), seen));
      row.cost().ifPresent(spent -> observations.add(row.line(), spent));
    };
  }

  @Override
  public List<Lane<?, ?>> before() {
    return List.of(campaigns);
  }

  @Override
  public List<Lane<?, ?>> after() {
    return List.of(posts, observations);
  }
}
