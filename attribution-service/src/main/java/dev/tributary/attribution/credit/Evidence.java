package dev.tributary.attribution.credit;

import java.time.Instant;
import java.util.List;

/**
 * All that a decision looks at.
 *
 * @param conversionTime when the conversion happened; windows and validity are measured from it
 * @param currency currency of the amounts, empty when there are none; only for messages
 * @param test whether the conversion is a test
 * @param codes codes in the order entered
 * @param touches touches of the person, in any order, each once
 * @param touchesCut whether there were more touches than those
 */
public record Evidence(
    Instant conversionTime,
    String currency,
    boolean test,
    List<TypedCode> codes,
    List<SeenTouch> touches,
    boolean touchesCut) {

  /** Keeps its own copies; touches are put in order, newest first. */
  public Evidence {
    codes = List.copyOf(codes);
    touches = touches.stream().sorted(SeenTouch.NEWEST_FIRST).toList();
  }
}
