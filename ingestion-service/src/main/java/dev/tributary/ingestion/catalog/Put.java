package dev.tributary.ingestion.catalog;

import com.google.protobuf.Message;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A wish to write one item.
 *
 * @param item the item as sent; empty if the caller left it out
 * @param expectedVersion the version that the item must have for the write to happen; 0 means that
 *     it must not exist
 */
record Put<M extends Message>(Optional<M> item, OptionalLong expectedVersion) {}
