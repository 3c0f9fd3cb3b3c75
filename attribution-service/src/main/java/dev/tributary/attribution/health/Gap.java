package dev.tributary.attribution.health;

/** Why a signal is absent. */
enum Gap {
  /** Too few uses inside the window of which it is known. */
  TOO_FEW_USES,
  /** Neither an own history nor peers to compare with. */
  NO_BASELINE,
  /** The question does not tell what is expected. */
  NOT_ASKED
}
