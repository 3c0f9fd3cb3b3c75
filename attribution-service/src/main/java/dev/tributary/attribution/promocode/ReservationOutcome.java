package dev.tributary.attribution.promocode;

import dev.tributary.runtime.api.ApiException;
import java.util.Optional;

/** What became of a {@link ReservationCommand}. */
sealed interface ReservationOutcome {
  /**
   * The order has the use, from now on or since before.
   *
   * @param code as it stands
   * @param remainder what is left with this use taken off
   */
  record Granted(PromoCode code, Reservation reservation, CodeRemainder remainder)
      implements ReservationOutcome {}

  /**
   * The order does not get the use.
   *
   * @param code as it stands
   * @param remainder what is left
   */
  record Refused(PromoCode code, ReservationRefusal refusal, CodeRemainder remainder)
      implements ReservationOutcome {}

  /**
   * A use was to be given back.
   *
   * @param reservation as it is now, if there is one
   */
  record Released(Optional<Reservation> reservation) implements ReservationOutcome {}

  /**
   * The caller asks for what cannot be.
   *
   * @param fault FIELD_INVALID or ID_REUSED
   */
  record Failed(ApiException fault) implements ReservationOutcome {}
}
