package dev.tributary.metrics.fact;

/** What a conversion reached, in the order of the contract's numbers. */
public enum ConversionGoal {
  /** An order. */
  PURCHASE,
  /** A lead. */
  LEAD,
  /** A sign-up for an account. */
  SIGN_UP,
  /** A subscription to a newsletter. */
  NEWSLETTER,
  /** A registration for a webinar. */
  WEBINAR,
  /** A download of content. */
  CONTENT_DOWNLOAD,
  /** An installation of an app. */
  APP_INSTALL,
  /** The start of a trial. */
  TRIAL,
  /** A demonstration that was booked. */
  DEMO,
  /** The first payment of a subscription. */
  SUBSCRIPTION_START,
  /** A later payment of a subscription. */
  SUBSCRIPTION_RENEWAL,
  /** A goal of the caller's own. */
  CUSTOM,
  /** One that this version does not know. */
  OTHER
}
