package dev.tributary.attribution.touch;

/** What a person said about being recognised. */
public enum TouchConsent {
  /** Not told. */
  UNSPECIFIED,
  /** Agreed. */
  GRANTED,
  /** Refused: no person is kept, not even as a hash. */
  DENIED
}
