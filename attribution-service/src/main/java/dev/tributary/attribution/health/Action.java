package dev.tributary.attribution.health;

/** What to do about a code. */
enum Action {
  /** Nothing. */
  NONE,
  /** Look again. */
  WATCH,
  /** A code for each person that works once. */
  PERSONAL_CODES,
  /** Credit only beside a touch of its creator. */
  CODE_IF_INVOLVED,
  /** Replace the code. */
  ROTATE
}
