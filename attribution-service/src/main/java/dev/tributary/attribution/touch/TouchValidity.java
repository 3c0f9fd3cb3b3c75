package dev.tributary.attribution.touch;

/** Whether a contact is a person's, as the redirector judged it. */
public enum TouchValidity {
  /** A person, as far as known. */
  PERSON,
  /** A crawler or a script. */
  BOT,
  /** A link preview of a messenger or a platform. */
  PREVIEW,
  /** The brand's own staff or agency. */
  INTERNAL
}
