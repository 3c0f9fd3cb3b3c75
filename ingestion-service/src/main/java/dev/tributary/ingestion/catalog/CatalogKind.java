package dev.tributary.ingestion.catalog;

import com.google.protobuf.Message;
import com.google.protobuf.Parser;
import dev.tributary.runtime.api.Rejected;
import dev.tributary.runtime.log.Shards;
import java.time.Instant;
import java.util.Optional;

/**
 * A kind of thing in the catalogue: all that the one engine of puts and lists needs to know about
 * it. Pure.
 *
 * @param <M> the message of one item
 */
interface CatalogKind<M extends Message> {
  /** Name of the kind in tables, in the feed and in field paths, for example {@code campaign}. */
  String name();

  /** The shard where an item lives and where its changes stand in order. */
  default int shardOf(String workspace, String id) {
    return Shards.of(workspace, "catalog", name(), id);
  }

  /** Reads stored items. */
  Parser<M> parser();

  /** The id of an item; it never changes. */
  String idOf(M item);

  /** The id of the thing that lists of this kind can be narrowed to; empty for none. */
  String parentOf(M item);

  /**
   * Lets an item pass that keeps every rule of its contract.
   *
   * @throws Rejected with a field path relative to the item
   */
  void check(M item) throws Rejected;

  /**
   * The item without its output-only fields: what a caller wrote, and what two writes are compared
   * by.
   */
  M contentOf(M item);

  /**
   * The content as it is stored and answered.
   *
   * @param before the item that it replaces
   * @param version the version it becomes
   * @param now when it is written
   */
  M stamped(M content, Optional<M> before, long version, Instant now);

  /** When the item left the lists; empty while it is in them. */
  Optional<Instant> archiveTimeOf(M item);
}
