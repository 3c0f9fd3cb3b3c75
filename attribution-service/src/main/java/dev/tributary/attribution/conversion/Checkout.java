package dev.tributary.attribution.conversion;

import dev.tributary.runtime.identity.PersonKey;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What was told about a checkout beside the order itself. None of it decides who is credited, or
 * whether a resend is the same.
 *
 * @param emails hashes of the e-mail addresses of account and payment; not stored with the order,
 *     so empty in one that was read
 * @param startTime when the customer began it
 * @param referrerHost host of the page from which the visit came
 * @param region where the customer is, as the caller divides the world
 */
public record Checkout(
    List<PersonKey> emails,
    Optional<Instant> startTime,
    Optional<String> referrerHost,
    Optional<String> region) {
  /** Nothing was told. */
  public static final Checkout UNTOLD =
      new Checkout(List.of(), Optional.empty(), Optional.empty(), Optional.empty());

  /** Keeps its own copy. */
  public Checkout {
    emails = List.copyOf(emails);
  }
}
