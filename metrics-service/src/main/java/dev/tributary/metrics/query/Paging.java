package dev.tributary.metrics.query;

import com.google.protobuf.Message;
import dev.tributary.runtime.server.PageTokens;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** One page of a list whose items all are known: where it goes on and where the next one does. */
final class Paging {
  private static final int SIZE_DEFAULT = 100;
  private static final int SIZE_MAX = 1_000;

  private final Message arguments;
  private final int size;
  private final Optional<List<String>> after;

  private Paging(Message arguments, int size, Optional<List<String>> after) {
    this.arguments = arguments;
    this.size = size;
    this.after = after;
  }

  /**
   * The page that a request asks for.
   *
   * @param arguments the request without page_size, page_token and at_least: what a page waits for
   *     changes nothing in the list
   * @throws dev.tributary.runtime.api.ApiException FIELD_INVALID for a negative size,
   *     PAGE_TOKEN_MISMATCH for a token of another request
   */
  static Paging of(int pageSize, String pageToken, Message arguments) {
    return new Paging(
        arguments,
        PageTokens.pageSize(pageSize, SIZE_DEFAULT, SIZE_MAX),
        PageTokens.decode(pageToken, arguments));
  }

  /** Key of the last item of the page before; absent for the first page. */
  Optional<List<String>> after() {
    return after;
  }

  /** The page's items of all that come after the page before. */
  <T> List<T> items(List<T> rest) {
    return rest.subList(0, Math.min(size, rest.size()));
  }

  /** Token of the next page; empty on the last. */
  <T> String nextToken(List<T> rest, Function<T, List<String>> key) {
    return rest.size() > size ? PageTokens.encode(arguments, key.apply(rest.get(size - 1))) : "";
  }
}
