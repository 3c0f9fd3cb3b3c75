package dev.tributary.attribution.hold;

import dev.tributary.attribution.conversion.ConversionKey;
import dev.tributary.attribution.request.TimeRange;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Something to be done about holds.
 *
 * @param target which orders
 * @param action what is done to the holds of each
 * @param command by whom, and why
 * @param validateOnly whether it is only asked what would be done
 * @param request all of it as the caller sent it, without its key
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record HoldTask(
    Target target, Action action, HoldCommand command, boolean validateOnly, byte[] request) {

  /** Which orders. */
  sealed interface Target {}

  /**
   * Orders by name.
   *
   * @param holdNos the hold that is meant, by order; 0 for all of them
   */
  record Named(Map<ConversionKey, Collection<Integer>> holdNos) implements Target {
    /** Whether a hold is one of those that are named. */
    boolean names(Hold hold) {
      Collection<Integer> wanted = holdNos.get(hold.key());
      return wanted != null && (wanted.contains(0) || wanted.contains(hold.holdNo()));
    }
  }

  /**
   * Orders that a code is credited for.
   *
   * @param codeId the code
   * @param timeRange those that were made inside
   */
  record Uses(String codeId, TimeRange timeRange) implements Target {}

  /**
   * Orders with such holds.
   *
   * @param filter which holds
   */
  record Filtered(HoldFilter filter) implements Target {}

  /** What is done to the holds of an order. */
  sealed interface Action {}

  /**
   * A hold is placed.
   *
   * @param finding why
   */
  record Place(Finding finding) implements Action {}

  /**
   * A hold is placed, and with it all holds of the order are rejected.
   *
   * @param finding why
   */
  record Reject(Finding finding) implements Action {}

  /**
   * Holds are resolved.
   *
   * @param resolution how
   */
  record Resolve(Resolution resolution) implements Action {}

  /** What becomes of a hold. */
  enum Resolution {
    /** It stands in no way any more. */
    RELEASE(HoldState.HELD),
    /** Nobody is credited for the order. */
    REJECT(HoldState.HELD),
    /** A rejection is taken back. */
    RESTORE(HoldState.REJECTED);

    private final HoldState of;

    Resolution(HoldState of) {
      this.of = of;
    }

    /** The state of the holds that it is about. */
    HoldState of() {
      return of;
    }
  }

  /** Whether the credit of an order comes back, so that it is told as it is afterwards. */
  boolean isRestoring() {
    return action instanceof Resolve resolve && resolve.resolution == Resolution.RESTORE;
  }

  /** The holds of an order after it. */
  OrderHolds after(OrderHolds holds, Instant now) {
    if (action instanceof Place place) {
      return holds.placed(place.finding, HoldRules.CURRENT.version(), command, now);
    }
    if (action instanceof Reject reject) {
      return holds
          .placed(reject.finding, HoldRules.CURRENT.version(), command, now)
          .rejected(hold -> hold.rule() == reject.finding.rule(), command, now);
    }
    return switch (((Resolve) action).resolution) {
      case RELEASE -> holds.released(which(), command, now);
      case REJECT -> holds.rejected(which(), command, now);
      case RESTORE -> holds.restored(which(), command, now);
    };
  }

  private Predicate<Hold> which() {
    if (target instanceof Named named) {
      return named::names;
    }
    Optional<HoldRule> rule =
        target instanceof Filtered filtered ? filtered.filter.rule() : Optional.empty();
    return hold -> rule.isEmpty() || rule.get() == hold.rule();
  }
}
