package dev.tributary.ingestion.catalog;

import com.google.protobuf.Message;
import java.util.List;
import java.util.Optional;

/**
 * One page of a list.
 *
 * @param items ordered by id
 * @param lastId the id that the next page comes after; empty on the last page
 */
record CatalogPage<M extends Message>(List<M> items, Optional<String> lastId) {
  CatalogPage {
    items = List.copyOf(items);
  }
}
