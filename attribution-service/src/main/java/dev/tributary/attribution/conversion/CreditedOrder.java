package dev.tributary.attribution.conversion;

import dev.tributary.attribution.credit.Candidate;
import dev.tributary.attribution.credit.Share;
import dev.tributary.runtime.identity.PersonKey;
import java.util.List;

/**
 * A conversion and who is credited for it, without its books.
 *
 * @param conversion as recorded
 * @param holdState what its holds come to
 * @param shares who has which part
 * @param touches the touches that the decision looked at, newest first; empty if none is credited
 * @param emails e-mail addresses of account and payment, as hashes
 */
public record CreditedOrder(
    Conversion conversion,
    OrderHoldState holdState,
    List<Share> shares,
    List<Candidate> touches,
    List<PersonKey> emails) {
  /** Keeps its own copies. */
  public CreditedOrder {
    shares = List.copyOf(shares);
    touches = List.copyOf(touches);
    emails = List.copyOf(emails);
  }
}
