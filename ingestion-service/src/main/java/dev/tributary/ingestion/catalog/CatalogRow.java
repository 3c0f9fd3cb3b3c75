package dev.tributary.ingestion.catalog;

import com.google.protobuf.Message;

/**
 * An item as it is stored.
 *
 * @param shard where it lives
 * @param item the whole item with its output-only fields
 * @param version how often it was written; from 1
 * @param sequence its latest entry in the feed of its shard
 */
record CatalogRow<M extends Message>(int shard, M item, long version, long sequence) {}
