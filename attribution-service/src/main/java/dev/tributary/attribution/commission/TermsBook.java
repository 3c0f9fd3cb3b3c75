package dev.tributary.attribution.commission;

import dev.tributary.attribution.feed.FeedKind;
import dev.tributary.attribution.storefront.Storefront;
import dev.tributary.attribution.storefront.Storefronts;
import dev.tributary.attribution.v1.CommissionFact;
import dev.tributary.attribution.v1.CommissionTerms;
import dev.tributary.runtime.api.ApiException;
import dev.tributary.runtime.api.Rejected;
import dev.tributary.runtime.database.Database;
import dev.tributary.runtime.log.FeedLog;
import dev.tributary.runtime.log.Heads;
import dev.tributary.type.v1.ErrorReason;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** Terms of collaborations. Versions are only ever added. */
public final class TermsBook {
  private static final Instant FOREVER = Instant.parse("9999-12-31T00:00:00Z");

  private final Database database;
  private final FeedLog log;
  private final Storefronts storefronts;
  private final Runnable committed;
  private final CommissionTermsStore store = new CommissionTermsStore();
  private final SaleStore sales = new SaleStore();

  /**
   * The terms of a database.
   *
   * @param committed is told after every write that the feed has grown
   */
  public TermsBook(Database database, FeedLog log, Storefronts storefronts, Runnable committed) {
    this.database = database;
    this.log = log;
    this.storefronts = storefronts;
    this.committed = committed;
  }

  /**
   * Puts a version; the newest one again changes nothing.
   *
   * @throws ApiException FIELD_INVALID, TERMS_IN_USE
   */
  Put put(String workspace, CommissionTerms proto) {
    Put put = database.write(handle -> put(handle, workspace, proto));
    committed.run();
    return put;
  }

  /** Every version of the terms of collaborations, by collaboration; those without are missing. */
  Map<String, TermsHistory> histories(Handle handle, String workspace, Collection<String> ids) {
    Map<String, List<Terms>> versions = new HashMap<>();
    for (CommissionTermsStore.Row row : store.of(handle, workspace, ids)) {
      versions
          .computeIfAbsent(row.collaborationId(), absent -> new ArrayList<>())
          .add(CommissionTermsProtos.stored(row).terms());
    }
    Map<String, TermsHistory> histories = new HashMap<>();
    versions.forEach((id, all) -> histories.put(id, new TermsHistory(all)));
    return histories;
  }

  /** Those of the workspaces in which any collaboration has terms. */
  Set<String> workspaces(Handle handle, Collection<String> workspaces) {
    return store.workspaces(handle, workspaces);
  }

  /** Every collaboration that has terms. */
  List<String> collaborations(Handle handle, String workspace) {
    return store.collaborations(handle, workspace);
  }

  /** The version that is in force at a moment. */
  Optional<StoredTerms> inForceAt(String workspace, String collaborationId, Instant time) {
    List<StoredTerms> versions =
        database.read(handle -> stored(handle, workspace, collaborationId));
    if (versions.isEmpty()) {
      return Optional.empty();
    }
    return new TermsHistory(versions.stream().map(StoredTerms::terms).toList())
        .inForceAt(time)
        .flatMap(terms -> versions.stream().filter(each -> each.terms().equals(terms)).findFirst());
  }

  /** One page, ordered by collaboration and version. */
  List<StoredTerms> page(
      String workspace, String collaborationId, String afterId, int afterVersion, int limit) {
    return database
        .read(
            handle -> store.page(handle, workspace, collaborationId, afterId, afterVersion, limit))
        .stream()
        .map(CommissionTermsProtos::stored)
        .toList();
  }

  private Put put(Handle handle, String workspace, CommissionTerms proto) {
    Terms wanted = parsed(handle, workspace, proto);
    String id = wanted.owner().collaborationId();
    int shard = Collaboration.shard(workspace, id);
    Heads heads = log.lock(handle, List.of(shard));
    List<StoredTerms> known = stored(handle, workspace, id);
    if (!known.isEmpty()) {
      StoredTerms newest = known.get(known.size() - 1);
      if (newest.terms().equals(wanted.numbered(newest.terms().version()))) {
        return new Put(newest, log.positionOf(shard, newest.sequence()).encode());
      }
      requireSameOwner(wanted, newest.terms());
      requireUnused(handle, workspace, wanted, known);
    }
    Terms terms = wanted.numbered(known.size() + 1);
    CommissionTerms content = CommissionTermsProtos.toProto(terms, heads.recordTime());
    byte[] fact = CommissionFact.newBuilder().setTerms(content).build().toByteArray();
    long sequence = heads.append(shard, workspace, FeedKind.COMMISSION.stored(), fact);
    StoredTerms stored = new StoredTerms(terms, heads.recordTime(), sequence);
    store.insert(handle, workspace, shard, stored, content.toByteArray());
    return new Put(stored, heads.finish().encode());
  }

  private Terms parsed(Handle handle, String workspace, CommissionTerms proto) {
    ZoneId zone =
        storefronts
            .named(handle, workspace, List.of(Storefront.MAIN))
            .getOrDefault(Storefront.MAIN, Storefront.unset(Storefront.MAIN))
            .zone();
    try {
      return CommissionTermsProtos.parse(proto, zone);
    } catch (Rejected rejected) {
      throw ApiException.fieldInvalid(rejected);
    }
  }

  private List<StoredTerms> stored(Handle handle, String workspace, String collaborationId) {
    return store.of(handle, workspace, List.of(collaborationId)).stream()
        .map(CommissionTermsProtos::stored)
        .toList();
  }

  private static void requireSameOwner(Terms wanted, Terms known) {
    if (!wanted.owner().equals(known.owner())) {
      throw ApiException.fieldInvalid(
          "terms.owner",
          "creator \"%s\" in campaign \"%s\" (expected: \"%s\" in \"%s\", as before)"
              .formatted(
                  wanted.owner().creatorId(),
                  wanted.owner().campaignId(),
                  known.owner().creatorId(),
                  known.owner().campaignId()));
    }
  }

  /** Terms that a conversion was credited under are never replaced. */
  private void requireUnused(
      Handle handle, String workspace, Terms wanted, List<StoredTerms> known) {
    TermsHistory history = new TermsHistory(known.stream().map(StoredTerms::terms).toList());
    Instant first = history.versions().get(0).start();
    Instant from = wanted.start().isBefore(first) ? first : wanted.start();
    Instant to = history.nextStartAfter(wanted.start()).orElse(FOREVER);
    if (!from.isBefore(to)) {
      return;
    }
    String id = wanted.owner().collaborationId();
    Optional<Instant> used = sales.anyConversionTime(handle, workspace, id, from, to);
    if (used.isPresent()) {
      throw ApiException.failedPrecondition(
              ErrorReason.ERROR_REASON_TERMS_IN_USE,
              "terms.start_time: %s, but a conversion of %s was credited under earlier terms (expected: a later start)"
                  .formatted(wanted.start(), used.get()))
          .with("collaboration_id", id)
          .with("conversion_time", used.get());
    }
  }

  /**
   * What was put.
   *
   * @param stored the version that holds
   * @param position where it stands in the feed
   */
  record Put(StoredTerms stored, String position) {}
}
