package dev.tributary.ingestion.catalog;

import static dev.tributary.ingestion.catalog.CampaignKind.CAMPAIGN;

import com.google.protobuf.Message;
import dev.tributary.ingestion.v1.Campaign;
import dev.tributary.ingestion.v1.CatalogResult;
import dev.tributary.runtime.database.Database;
import dev.tributary.runtime.log.FeedLog;
import dev.tributary.runtime.log.Heads;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * The campaign catalogue. Every write appends the whole item to the feed in the transaction that
 * stores it; when a method returns, both are on disk. Thread-safe.
 */
public final class Catalog {
  private final Database database;
  private final FeedLog log;
  private final CatalogStore store;
  private final Clock clock;
  private final Runnable afterWrite;

  /**
   * A catalogue.
   *
   * @param afterWrite told after each write, for followers to be woken
   */
  public Catalog(Database database, FeedLog log, Clock clock, Runnable afterWrite) {
    this.database = database;
    this.log = log;
    this.store = new CatalogStore();
    this.clock = clock;
    this.afterWrite = afterWrite;
  }

  /** Writes a batch, judging item by item; a refused item does not affect the others. */
  <M extends Message> PutOutcome put(String workspace, CatalogKind<M> kind, List<Put<M>> puts) {
    List<Candidate<M>> candidates = puts.stream().map(put -> Candidate.of(kind, put)).toList();
    PutOutcome outcome = database.write(handle -> write(handle, workspace, kind, candidates));
    afterWrite.run();
    return outcome;
  }

  /** One item, if it exists. */
  <M extends Message> Optional<M> find(String workspace, CatalogKind<M> kind, String id) {
    return database.read(handle -> row(handle, workspace, kind, id)).map(CatalogRow::item);
  }

  /** One page of a list. */
  <M extends Message> CatalogPage<M> list(
      String workspace, CatalogKind<M> kind, CatalogFilter filter, CatalogPaging paging) {
    int size = paging.size();
    // One more than the page holds tells whether there is another page.
    List<M> items =
        database.read(
            handle -> store.list(handle, workspace, kind, filter, paging.after(), size + 1));
    return items.size() <= size
        ? new CatalogPage<>(items, Optional.empty())
        : new CatalogPage<>(items.subList(0, size), Optional.of(kind.idOf(items.get(size - 1))));
  }

  /**
   * Archives a campaign, or leaves an archived one as it is.
   *
   * @return the archived campaign; empty if there is none of this id
   */
  Optional<Archived> archive(String workspace, String campaignId) {
    Optional<CatalogRow<Campaign>> row =
        database.write(handle -> archive(handle, workspace, campaignId));
    afterWrite.run();
    return row.map(
        archived ->
            new Archived(archived.item(), log.positionOf(archived.shard(), archived.sequence())));
  }

  private Optional<CatalogRow<Campaign>> archive(
      Handle handle, String workspace, String campaignId) {
    int shard = CAMPAIGN.shardOf(workspace, campaignId);
    Heads heads = log.lock(handle, List.of(shard));
    Optional<CatalogRow<Campaign>> before = row(handle, workspace, CAMPAIGN, campaignId);
    if (before.isEmpty() || before.get().item().hasArchiveTime()) {
      return before;
    }
    Campaign campaign = CAMPAIGN.archived(before.get().item(), clock.instant());
    long sequence = heads.append(shard, workspace, CAMPAIGN.name(), campaign.toByteArray());
    var after = new CatalogRow<>(shard, campaign, campaign.getVersion(), sequence);
    store.update(handle, workspace, CAMPAIGN, List.of(after));
    heads.finish();
    return Optional.of(after);
  }

  private <M extends Message> Optional<CatalogRow<M>> row(
      Handle handle, String workspace, CatalogKind<M> kind, String id) {
    Map<String, Integer> wanted = Map.of(id, kind.shardOf(workspace, id));
    return Optional.ofNullable(store.find(handle, workspace, kind, wanted).get(id));
  }

  private <M extends Message> PutOutcome write(
      Handle handle, String workspace, CatalogKind<M> kind, List<Candidate<M>> candidates) {
    Map<String, Integer> shardsById =
        candidates.stream()
            .flatMap(candidate -> candidate.id().stream())
            .distinct()
            .collect(Collectors.toMap(Function.identity(), id -> kind.shardOf(workspace, id)));
    Heads heads = log.lock(handle, shardsById.values());
    Map<String, CatalogRow<M>> stored = store.find(handle, workspace, kind, shardsById);
    var batch = new CatalogBatch<>(workspace, kind, heads, stored, clock.instant());
    List<CatalogResult> results = candidates.stream().map(batch::judge).toList();
    store.insert(handle, workspace, kind, batch.inserts());
    store.update(handle, workspace, kind, batch.updates());
    heads.finish();
    return new PutOutcome(results, batch.receipt().in(log));
  }
}
