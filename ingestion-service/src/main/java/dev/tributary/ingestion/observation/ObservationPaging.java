package dev.tributary.ingestion.observation;

import com.google.protobuf.Message;
import dev.tributary.ingestion.v1.ListObservationsRequest;
import dev.tributary.runtime.api.ApiException;
import dev.tributary.runtime.api.ProtoTimes;
import dev.tributary.runtime.server.PageTokens;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;

/**
 * Which page of a list a request asks for: what comes after a place in the order of observed time
 * and sequence, both falling.
 *
 * @param size most observations of the page
 * @param arguments the request without its page fields, which tokens are bound to
 */
record ObservationPaging(Instant beforeTime, long beforeSequence, int size, Message arguments) {
  private static final int SIZE_DEFAULT = 100;
  private static final int SIZE_MAX = 1_000;

  /** After every time that is accepted. */
  private static final Instant END_OF_TIME = Instant.parse("9999-12-31T23:59:59Z");

  /**
   * Reads the page fields of a request.
   *
   * @throws ApiException FIELD_INVALID or PAGE_TOKEN_MISMATCH
   */
  static ObservationPaging of(ListObservationsRequest request) {
    Message arguments = request.toBuilder().clearPageSize().clearPageToken().build();
    int size = PageTokens.pageSize(request.getPageSize(), SIZE_DEFAULT, SIZE_MAX);
    return PageTokens.decode(request.getPageToken(), arguments)
        .map(key -> after(key, size, arguments))
        .orElseGet(() -> new ObservationPaging(END_OF_TIME, Long.MAX_VALUE, size, arguments));
  }

  /** The token of the page after one that ends with an observation of that time and sequence. */
  String tokenAfter(Instant observedTime, long sequence) {
    return PageTokens.encode(arguments, List.of(observedTime.toString(), Long.toString(sequence)));
  }

  /** Tokens are not secret, so one may have been made up. */
  private static ObservationPaging after(List<String> key, int size, Message arguments) {
    if (key.size() != 2) {
      throw ApiException.pageTokenMismatch();
    }
    try {
      Instant time = ProtoTimes.toMicros(Instant.parse(key.get(0)));
      if (time.isBefore(Instant.EPOCH) || time.isAfter(END_OF_TIME)) {
        throw ApiException.pageTokenMismatch();
      }
      return new ObservationPaging(time, Long.parseLong(key.get(1)), size, arguments);
    } catch (DateTimeException | NumberFormatException madeUp) {
      throw ApiException.pageTokenMismatch();
    }
  }
}
