package dev.tributary.attribution.conversion;

import dev.tributary.attribution.credit.Candidate;
import dev.tributary.attribution.credit.Share;
import dev.tributary.attribution.identity.ClusterSearch;
import dev.tributary.runtime.identity.PersonKey;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A conversion and who is credited for it, without its books.
 *
 * @param conversion as recorded
 * @param receiveTime when it was recorded
 * @param holdState what its holds come to
 * @param shares who has which part
 * @param touches the touches that the decision looked at, newest first; empty if none is credited
 * @param emails e-mail addresses of account and payment, as hashes
 */
public record CreditedOrder(
    Conversion conversion,
    Instant receiveTime,
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

  /** Whose names its person may have too, by the links that its path is read through. */
  public ClusterSearch personSearch() {
    return new PathSubject(conversion, Optional.of(receiveTime)).clusterSearch();
  }
}
