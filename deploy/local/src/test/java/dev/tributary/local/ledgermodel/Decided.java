package dev.tributary.local.ledgermodel;

import dev.tributary.attribution.v1.CandidateDecision;
import dev.tributary.attribution.v1.CreditSource;
import dev.tributary.attribution.v1.Owner;
import dev.tributary.attribution.v1.UnattributedReason;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Who is credited for an order, and why.
 *
 * @param shares at least one
 * @param reason why nobody is credited; unspecified when somebody is
 * @param fates of the codes in the order entered, then of the touches, newest first
 */
record Decided(List<Share> shares, UnattributedReason reason, List<Fate> fates) {

  /** Whether this credits the same, and says the same of nobody, as another decision. */
  boolean creditsAs(Decided other) {
    return shares.equals(other.shares) && reason == other.reason;
  }

  /**
   * A part of an order.
   *
   * @param weight its part of the sum of all weights
   */
  record Share(
      Optional<Owner> owner,
      CreditSource source,
      String codeId,
      String linkId,
      String touchId,
      BigInteger weight) {
    /** All of it for nobody. */
    static final Share NOBODY =
        new Share(
            Optional.empty(), CreditSource.CREDIT_SOURCE_UNATTRIBUTED, "", "", "", BigInteger.ONE);

    /** Whose it is and by what, but for the touch, which the ledger does not tell. */
    String account() {
      return owner.map(Owner::getCollaborationId).orElse("nobody")
          + (codeId.isEmpty() ? "" : " by code " + codeId)
          + (linkId.isEmpty() ? "" : " by link " + linkId);
    }
  }

  /**
   * What was decided about a candidate.
   *
   * @param name the code as typed, or the touch's id and how it belongs to the person
   * @param may several when the contract leaves open which of the reasons that apply is told
   */
  record Fate(String name, Set<CandidateDecision> may) {}
}
