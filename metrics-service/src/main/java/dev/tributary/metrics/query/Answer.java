package dev.tributary.metrics.query;

import dev.tributary.type.v1.AsOf;
import java.util.List;
import java.util.Optional;

/**
 * An answer with the state of the data that it was computed from.
 *
 * @param <T> what was asked for
 * @param content the answer
 * @param currency the currency that money is given in; absent when it is given by currency
 * @param asOf how far each feed was applied in that very state
 */
public record Answer<T>(T content, Optional<String> currency, List<AsOf> asOf) {
  /** Keeps the list unchangeable. */
  public Answer {
    asOf = List.copyOf(asOf);
  }
}
