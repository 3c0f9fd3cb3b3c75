package dev.tributary.ingestion.catalog;

import com.google.protobuf.Message;
import dev.tributary.runtime.api.ApiException;
import dev.tributary.runtime.api.Fields;
import dev.tributary.runtime.api.Rejected;
import dev.tributary.runtime.server.PageTokens;
import java.util.List;

/**
 * Which page of a list a request asks for.
 *
 * @param after the id that the page comes after; empty for the first page
 * @param size most items of the page
 * @param arguments the request without its page fields, which tokens are bound to
 */
record CatalogPaging(String after, int size, Message arguments) {
  private static final int SIZE_DEFAULT = 100;
  private static final int SIZE_MAX = 1_000;

  /**
   * Reads the page fields of a request.
   *
   * @throws ApiException FIELD_INVALID or PAGE_TOKEN_MISMATCH
   */
  static CatalogPaging of(int pageSize, String pageToken, Message arguments) {
    int size = PageTokens.pageSize(pageSize, SIZE_DEFAULT, SIZE_MAX);
    String after = PageTokens.decode(pageToken, arguments).map(CatalogPaging::idOf).orElse("");
    return new CatalogPaging(after, size, arguments);
  }

  /** The token of the page after this one; empty on the last. */
  String nextToken(CatalogPage<?> page) {
    return page.lastId().map(id -> PageTokens.encode(arguments, List.of(id))).orElse("");
  }

  /** Tokens are not secret, so one may have been made up. */
  private static String idOf(List<String> key) {
    try {
      return Fields.id("page_token", String.join(" ", key));
    } catch (Rejected madeUp) {
      throw ApiException.pageTokenMismatch();
    }
  }
}
