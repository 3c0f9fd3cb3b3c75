package dev.tributary.attribution.request;

import com.google.protobuf.Message;
import dev.tributary.runtime.api.ApiException;
import dev.tributary.runtime.server.PageTokens;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** One page of a list: where it starts, how many rows to read for it, and the token of the next. */
public final class Paging {
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
   * The page that a request asks for by its page_size and page_token. The token belongs to all its
   * other fields but at_least, which says nothing about what is listed.
   *
   * @param keyParts how many values identify a row in the order of the list
   * @throws ApiException FIELD_INVALID for a negative size, PAGE_TOKEN_MISMATCH for a token of
   *     another request
   */
  public static Paging of(Message request, int keyParts) {
    int size = PageTokens.pageSize((Integer) valueOf(request, "page_size"), SIZE_DEFAULT, SIZE_MAX);
    Message arguments = without(request, List.of("page_size", "page_token", "at_least"));
    Optional<List<String>> after =
        PageTokens.decode((String) valueOf(request, "page_token"), arguments);
    if (after.isPresent() && !isPossible(after.get(), keyParts)) {
      throw ApiException.pageTokenMismatch();
    }
    return new Paging(arguments, size, after);
  }

  /** Key of the last row of the page before; empty for the first page. */
  public Optional<List<String>> after() {
    return after;
  }

  /** The same for a list whose key is one id; empty for the first page. */
  public String afterId() {
    return after.map(key -> key.get(0)).orElse("");
  }

  /** How many rows to read: one more than the page has, which tells whether there is a next. */
  public int limit() {
    return size + 1;
  }

  /** The rows of the page. */
  public <T> List<T> items(List<T> rows) {
    return rows.subList(0, Math.min(size, rows.size()));
  }

  /**
   * Token of the next page; empty on the last.
   *
   * @param rows what was read with {@link #limit()}
   * @param key of a row
   */
  public <T> String nextToken(List<T> rows, Function<T, List<String>> key) {
    return rows.size() > size ? PageTokens.encode(arguments, key.apply(rows.get(size - 1))) : "";
  }

  private static Object valueOf(Message request, String field) {
    return request.getField(request.getDescriptorForType().findFieldByName(field));
  }

  private static Message without(Message request, List<String> fields) {
    Message.Builder builder = request.toBuilder();
    request.getDescriptorForType().getFields().stream()
        .filter(field -> fields.contains(field.getName()))
        .forEach(builder::clearField);
    return builder.build();
  }

  /** Tokens are not secret, so anybody can make one; the database refuses a text with U+0000. */
  private static boolean isPossible(List<String> key, int keyParts) {
    return key.size() == keyParts && key.stream().noneMatch(part -> part.indexOf('\0') >= 0);
  }
}
