package dev.tributary.attribution.conversion;

import dev.tributary.attribution.batch.Content;
import dev.tributary.attribution.credit.PostingKind;
import dev.tributary.runtime.api.Rejected;
import java.time.Instant;
import java.util.Optional;

/** What happens to an order after it was placed. It may arrive before the order does. */
public sealed interface Change permits Amendment, Refund {
  /** The order. */
  ConversionKey key();

  /** Idempotency key within the order, among changes of its kind. */
  String id();

  /** When it happened. */
  Instant time();

  /** What decides whether a resend is the same. */
  Content content();

  /** Why it cannot happen to an order that stands there; empty when it can. */
  Optional<Rejected> misfit(Standing standing);

  /** Where an order stands after it; only when nothing speaks against it. */
  Standing after(Standing standing);

  /** The revision that it makes. */
  RevisionReason reason();

  /** The postings that it makes. */
  PostingKind postingKind();

  /** Whether this is about the same change as the other, whatever they say of it. */
  default boolean isSameAs(Change other) {
    return getClass() == other.getClass() && key().equals(other.key()) && id().equals(other.id());
  }
}
