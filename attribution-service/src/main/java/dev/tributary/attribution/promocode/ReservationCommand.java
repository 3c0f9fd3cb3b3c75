package dev.tributary.attribution.promocode;

/** What is asked for one reservation; what comes for one code is done one after the other. */
sealed interface ReservationCommand {
  /** Whose code it is. */
  String workspace();

  /** Which reservation. */
  ReservationKey key();

  /**
   * Hold a use.
   *
   * @param codeId a code that exists
   * @param wish for which order
   */
  record Reserve(String workspace, String codeId, ReservationWish wish)
      implements ReservationCommand {
    @Override
    public ReservationKey key() {
      return new ReservationKey(codeId, wish.orderKey());
    }
  }

  /**
   * Give a use back.
   *
   * @param key which one; there may be none
   */
  record Release(String workspace, ReservationKey key) implements ReservationCommand {}
}
