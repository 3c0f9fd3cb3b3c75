package dev.tributary.ingestion.catalog;

import java.util.Optional;

/**
 * Which items a list has.
 *
 * @param parentId only those under this thing; empty for all
 * @param includeArchived whether archived items are in it
 */
record CatalogFilter(Optional<String> parentId, boolean includeArchived) {
  /** Everything that is not archived. */
  static final CatalogFilter ALL = new CatalogFilter(Optional.empty(), false);

  /** What is under one thing, or everything if none is given. */
  static CatalogFilter under(Optional<String> parentId) {
    return new CatalogFilter(parentId, false);
  }
}
