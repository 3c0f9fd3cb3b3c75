package dev.tributary.ingestion.catalog;

import com.google.protobuf.Message;
import dev.tributary.ingestion.feed.Receipt;
import dev.tributary.ingestion.v1.CatalogResult;
import dev.tributary.runtime.api.Rejected;
import dev.tributary.runtime.api.Verdicts;
import dev.tributary.runtime.log.Heads;
import dev.tributary.type.v1.ErrorReason;
import dev.tributary.type.v1.Verdict;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Judges the items of one batch, one after another, against what is stored and what came before in
 * the batch, and collects what is to be written. The heads of all shards concerned are locked, so
 * nothing changes underneath.
 */
final class CatalogBatch<M extends Message> {
  private final String workspace;
  private final CatalogKind<M> kind;
  private final Heads heads;
  private final Instant now;

  /** What is stored, or will be when this batch is written. */
  private final Map<String, CatalogRow<M>> current;

  /** Ids that an earlier item of this batch settled; a later one may only repeat it. */
  private final Set<String> settled = new HashSet<>();

  private final Map<String, CatalogRow<M>> inserts = new LinkedHashMap<>();
  private final Map<String, CatalogRow<M>> updates = new LinkedHashMap<>();
  private final Receipt receipt = new Receipt();

  CatalogBatch(
      String workspace,
      CatalogKind<M> kind,
      Heads heads,
      Map<String, CatalogRow<M>> stored,
      Instant now) {
    this.workspace = workspace;
    this.kind = kind;
    this.heads = heads;
    this.now = now;
    this.current = new HashMap<>(stored);
  }

  /** What becomes of the next item. */
  CatalogResult judge(Candidate<M> candidate) {
    Optional<CatalogRow<M>> row = candidate.id().map(current::get);
    try {
      return write(
          candidate.id().orElse(""), candidate.contentOrThrow(), candidate.expectedVersion(), row);
    } catch (Rejected refusal) {
      return result(Verdicts.rejected(refusal), row.map(CatalogRow::version).orElse(0L));
    }
  }

  /** New items, to be inserted. */
  Collection<CatalogRow<M>> inserts() {
    return inserts.values();
  }

  /** Known items with new content, to be replaced. */
  Collection<CatalogRow<M>> updates() {
    return updates.values();
  }

  /** Where all items stand that were not refused. */
  Receipt receipt() {
    return receipt;
  }

  private CatalogResult write(
      String id, M content, OptionalLong expectedVersion, Optional<CatalogRow<M>> row)
      throws Rejected {
    // Before the version is looked at, so that a resend of a versioned write is answered as a
    // resend.
    if (row.isPresent() && kind.contentOf(row.get().item()).equals(content)) {
      return settle(id, row.get(), Verdicts.alreadyRecorded());
    }
    requireFirst(id);
    requireVersion(expectedVersion, row.map(CatalogRow::version).orElse(0L));
    CatalogRow<M> next = successor(id, content, row);
    (row.isPresent() ? updates : inserts).put(id, next);
    current.put(id, next);
    return settle(id, next, row.isPresent() ? Verdicts.updated() : Verdicts.recorded());
  }

  private CatalogResult settle(String id, CatalogRow<M> row, Verdict verdict) {
    settled.add(id);
    receipt.add(row.shard(), row.sequence());
    return result(verdict, row.version());
  }

  private CatalogRow<M> successor(String id, M content, Optional<CatalogRow<M>> before) {
    long version = before.map(CatalogRow::version).orElse(0L) + 1;
    M item = kind.stamped(content, before.map(CatalogRow::item), version, now);
    int shard = kind.shardOf(workspace, id);
    long sequence = heads.append(shard, workspace, kind.name(), item.toByteArray());
    return new CatalogRow<>(shard, item, version, sequence);
  }

  private void requireFirst(String id) throws Rejected {
    if (settled.contains(id)) {
      throw new Rejected(
          ErrorReason.ERROR_REASON_DUPLICATE_IN_BATCH,
          kind.name() + "." + kind.name() + "_id",
          id + " stands earlier in this batch with other content (expected: each once)");
    }
  }

  private static void requireVersion(OptionalLong expected, long actual) throws Rejected {
    if (expected.isPresent() && expected.getAsLong() != actual) {
      throw new Rejected(
          ErrorReason.ERROR_REASON_VERSION_MISMATCH,
          "expected_version",
          expected.getAsLong() + " (the stored version is " + actual + ")");
    }
  }

  private static CatalogResult result(Verdict verdict, long version) {
    return CatalogResult.newBuilder().setVerdict(verdict).setVersion(version).build();
  }
}
