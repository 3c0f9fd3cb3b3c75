package dev.tributary.attribution.credit;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All that a decision looks at.
 *
 * @param conversionTime when the conversion happened; windows and validity are measured from it
 * @param currency currency of the amounts, empty when there are none; only for messages
 * @param test whether the conversion is a test
 * @param codes codes in the order entered
 * @param touches touches of the person, in any order, each once
 * @param touchesCut whether there were more touches than those
 * @param bound the code of the newest earlier order that binds the customer, if one does
 */
public record Evidence(
    Instant conversionTime,
    String currency,
    boolean test,
    List<TypedCode> codes,
    List<SeenTouch> touches,
    boolean touchesCut,
    Optional<BoundCode> bound) {

  /** How many touches a decision looks at. */
  public static final int TOUCHES_MAX = 1_000;

  /** Keeps its own copies; touches are put in order, newest first. */
  public Evidence {
    codes = List.copyOf(codes);
    touches = touches.stream().sorted(SeenTouch.NEWEST_FIRST).toList();
  }

  /** Evidence of a customer whom nothing binds. */
  public Evidence(
      Instant conversionTime,
      String currency,
      boolean test,
      List<TypedCode> codes,
      List<SeenTouch> touches,
      boolean touchesCut) {
    this(conversionTime, currency, test, codes, touches, touchesCut, Optional.empty());
  }

  /** The same with what binds the customer. */
  public Evidence boundBy(Optional<BoundCode> newBound) {
    return new Evidence(conversionTime, currency, test, codes, touches, touchesCut, newBound);
  }

  /**
   * Evidence of a conversion. Of too many touches the newest up to the conversion stay; what room
   * they leave goes to those after it, which cannot be credited but tell why.
   *
   * @param touches all touches of the person, in any order
   */
  public static Evidence of(
      Instant conversionTime,
      String currency,
      boolean test,
      List<TypedCode> codes,
      Collection<SeenTouch> touches) {
    Map<Boolean, List<SeenTouch>> byAfter =
        touches.stream()
            .sorted(SeenTouch.NEWEST_FIRST)
            .collect(
                Collectors.partitioningBy(
                    seen -> seen.touch().eventTime().isAfter(conversionTime)));
    List<SeenTouch> before = byAfter.getOrDefault(false, List.of());
    List<SeenTouch> seen =
        Stream.concat(before.stream(), byAfter.getOrDefault(true, List.of()).stream())
            .limit(TOUCHES_MAX)
            .toList();
    return new Evidence(conversionTime, currency, test, codes, seen, before.size() > TOUCHES_MAX);
  }
}
