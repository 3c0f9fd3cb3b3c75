package dev.tributary.runtime.group;

import java.util.Optional;

/**
 * Something that happened and is recorded once, under an id of its sender's. Sent again with the
 * same content it is a resend; with other content the id is reused, which is refused.
 *
 * @param <F> the facts that it is compared with
 */
public interface Fact<F> {
  /** What makes it this fact, its workspace included; equal by value. */
  Object key();

  /** The shard that it lives in. */
  int shard();

  /** A short form of its content; equal by value where it was made by the same version. */
  Object fingerprint();

  /** Name of the first field in which the content differs from another one; empty for a resend. */
  Optional<String> firstDifference(F other);
}
