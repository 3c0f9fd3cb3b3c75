package dev.tributary.attribution.promocode;

/**
 * Which reservation of a workspace.
 *
 * @param codeId the code
 * @param orderKey the order
 */
record ReservationKey(String codeId, String orderKey) {
  /** The key of a reservation. */
  static ReservationKey of(Reservation reservation) {
    return new ReservationKey(reservation.codeId(), reservation.orderKey());
  }
}
