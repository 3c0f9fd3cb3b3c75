package dev.tributary.attribution.promocode;

import java.util.Optional;

/**
 * What a code gives and how often.
 *
 * @param limits how often and for which orders it may be used
 * @param discount what it takes off, if that was told
 */
public record CodeTerms(CodeLimits limits, Optional<CodeDiscount> discount) {
  /** Without limits, and nothing told about the discount. */
  public static final CodeTerms NONE = new CodeTerms(CodeLimits.NONE, Optional.empty());
}
