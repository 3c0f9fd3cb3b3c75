package dev.tributary.attribution.promocode;

import java.util.Optional;

/**
 * Something that speaks against a code.
 *
 * @param reason what
 * @param isError whether the code cannot be used for it; else another one would only be better
 * @param message the same in words
 * @param codeId the other code that it is about, if it is about one
 */
record Finding(FindingReason reason, boolean isError, String message, Optional<String> codeId) {
  static Finding error(FindingReason reason, String message) {
    return new Finding(reason, true, message, Optional.empty());
  }

  static Finding warning(FindingReason reason, String message) {
    return new Finding(reason, false, message, Optional.empty());
  }

  static Finding beside(FindingReason reason, String message, PromoCode other) {
    return new Finding(reason, false, message, Optional.of(other.codeId()));
  }

  static Finding inTheWay(FindingReason reason, String message, PromoCode other) {
    return new Finding(reason, true, message, Optional.of(other.codeId()));
  }
}
