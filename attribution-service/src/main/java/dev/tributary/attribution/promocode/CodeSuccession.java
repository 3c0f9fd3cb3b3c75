package dev.tributary.attribution.promocode;

import java.util.Optional;

/**
 * Which codes a code was rotated with.
 *
 * @param predecessorId the code that this one took the place of, if it did
 * @param successorId the code that took the place of this one, if one did
 */
public record CodeSuccession(Optional<String> predecessorId, Optional<String> successorId) {
  /** Of a code that was never rotated. */
  public static final CodeSuccession NONE = new CodeSuccession(Optional.empty(), Optional.empty());

  /** Of a code that takes the place of another. */
  static CodeSuccession after(String predecessorId) {
    return new CodeSuccession(Optional.of(predecessorId), Optional.empty());
  }

  /** The same, replaced by another code. */
  CodeSuccession followedBy(String newCodeId) {
    return new CodeSuccession(predecessorId, Optional.of(newCodeId));
  }
}
