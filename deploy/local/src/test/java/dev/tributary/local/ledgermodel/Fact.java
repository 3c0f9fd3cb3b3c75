package dev.tributary.local.ledgermodel;

import dev.tributary.attribution.v1.Amendment;
import dev.tributary.attribution.v1.Conversion;
import dev.tributary.attribution.v1.CreatorIdentities;
import dev.tributary.attribution.v1.HoldResolution;
import dev.tributary.attribution.v1.HoldRule;
import dev.tributary.attribution.v1.IdentityLink;
import dev.tributary.attribution.v1.Link;
import dev.tributary.attribution.v1.Owner;
import dev.tributary.attribution.v1.PaymentState;
import dev.tributary.attribution.v1.PromoCode;
import dev.tributary.attribution.v1.Refund;
import dev.tributary.attribution.v1.ReservePromoCodeRequest;
import dev.tributary.attribution.v1.Storefront;
import dev.tributary.attribution.v1.Touch;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Something that was told and taken, at the time that the service's clock showed. */
sealed interface Fact {
  /** When it was told. */
  Instant at();

  /** A touch. */
  record Touched(Touch touch, Instant at) implements Fact {}

  /** What became known of a visitor. */
  record Identified(IdentityLink link, Instant at) implements Fact {}

  /**
   * A person who was forgotten; its ids are gone from the facts before.
   *
   * @param orders of the person, whose credit stays for good
   */
  record Erased(Set<OrderKey> orders, Instant at) implements Fact {}

  /**
   * A period that was closed.
   *
   * @param orders that happened before its end and had postings, whose credit stays
   * @param end of the period
   */
  record Locked(Set<OrderKey> orders, Instant end, Instant at) implements Fact {}

  /** A shop as it stands from now on, until the next of its id. */
  record Furnished(Storefront storefront, Instant at) implements Fact {}

  /** As whom a creator shops from now on, instead of whatever was known. */
  record Named(CreatorIdentities creator, Instant at) implements Fact {}

  /**
   * Orders that a person wants held.
   *
   * @param reason what the hold is about
   * @param rejects whether all holds of these orders are rejected with it
   */
  record HoldsPlaced(Set<OrderKey> orders, Finding reason, boolean rejects, Said said, Instant at)
      implements Fact {
    /** What is decided about holds with it, if anything is. */
    Optional<HoldsResolved> resolution() {
      Map<OrderKey, Set<Integer>> numbers = new HashMap<>();
      orders.forEach(key -> numbers.put(key, Set.of(0)));
      return rejects
          ? Optional.of(
              new HoldsResolved(
                  numbers,
                  Optional.of(reason.rule()),
                  HoldResolution.HOLD_RESOLUTION_REJECT,
                  said,
                  at))
          : Optional.empty();
    }
  }

  /**
   * What a person decided about holds.
   *
   * @param numbers the holds that are meant, by order; 0 for all of them
   * @param rule only those of this rule, if any
   */
  record HoldsResolved(
      Map<OrderKey, Set<Integer>> numbers,
      Optional<HoldRule> rule,
      HoldResolution resolution,
      Said said,
      Instant at)
      implements Fact {}

  /** Orders that the rules of now looked at again. */
  record HoldsReplayed(Set<OrderKey> orders, Instant at) implements Fact {}

  /** Who said what, and in which command. */
  record Said(String actor, String reason, String batchId) {}

  /** A link. */
  record Linked(Link link, Instant at) implements Fact {}

  /**
   * A code as it stands from now on, until the next of its id.
   *
   * @param owners who owns it from when on, the first one from the beginning
   * @param offSince since when it is switched off, if it is
   */
  record Coded(PromoCode code, List<Owned> owners, Optional<Instant> offSince, Instant at)
      implements Fact {
    String codeId() {
      return code.getCodeId();
    }
  }

  /**
   * Who owns a code.
   *
   * @param owner nobody when empty
   * @param from the first instant
   */
  record Owned(Optional<Owner> owner, Instant from) {}

  /** A use that an order holds from now on, which the limits allowed. */
  record Reserved(String codeId, ReservePromoCodeRequest request, Instant at) implements Fact {}

  /** A use that was given back, if the order held one. */
  record Released(String codeId, String orderKey, Instant at) implements Fact {}

  /** The time has come of all holds of uses that end by now. */
  record TimePassed(Instant at) implements Fact {}

  /** An order with the storefront's defaults filled in. */
  record Ordered(OrderKey key, Conversion order, Instant at) implements Fact {}

  /** News of the payment of an order that is known. */
  record Paid(OrderKey key, PaymentState state, Instant time, Instant at) implements Fact {}

  /** Money given back. */
  record Refunded(OrderKey key, Refund refund, Instant at) implements Fact {}

  /** An order that changed. */
  record Amended(OrderKey key, Amendment amendment, Instant at) implements Fact {}
}
