package dev.tributary.attribution.goal;

/**
 * What a person can reach: the one table of goals. Names are stored and part of keys, so none ever
 * changes. {@code ListConversionTypes} shows the table in this order.
 */
public enum Goal {
  /** A sign-up for an account. */
  SIGN_UP(AmountRule.NONE, Stage.MOFU, "sign_ups", "Sign-up"),
  /** A subscription to a newsletter. */
  NEWSLETTER(AmountRule.NONE, Stage.MOFU, "newsletter_sign_ups", "Newsletter sign-up"),
  /** A registration for a webinar. */
  WEBINAR(AmountRule.NONE, Stage.MOFU, "webinar_registrations", "Webinar registration"),
  /** A form or another enquiry. */
  LEAD(AmountRule.NONE, Stage.MOFU, "leads", "Lead"),
  /** A download of content. */
  CONTENT_DOWNLOAD(AmountRule.NONE, Stage.MOFU, "content_downloads", "Content download"),
  /** An installation of an app. */
  APP_INSTALL(AmountRule.NONE, Stage.MOFU, "app_installs", "App install"),
  /** The start of a trial, sometimes a paid one. */
  TRIAL(AmountRule.OPTIONAL, Stage.BOFU, "trials", "Trial"),
  /** A demonstration that was booked. */
  DEMO(AmountRule.NONE, Stage.BOFU, "demos", "Demo"),
  /** An order. */
  PURCHASE(AmountRule.REQUIRED, Stage.BOFU, "", "Purchase"),
  /** The first payment of a subscription. */
  SUBSCRIPTION_START(
      AmountRule.REQUIRED, Stage.BOFU, "subscriptions_started", "Subscription start"),
  /** A later payment of a subscription. */
  SUBSCRIPTION_RENEWAL(AmountRule.REQUIRED, Stage.BOFU, "renewals", "Subscription renewal"),
  /** A goal of the caller's own, told apart by its name. */
  CUSTOM(AmountRule.OPTIONAL, Stage.BOFU, "", "Custom goal");

  /** Whether a goal is about money. */
  public enum AmountRule {
    /** Always. */
    REQUIRED,
    /** When the caller tells an amount. */
    OPTIONAL,
    /** Never. */
    NONE
  }

  /** Where in the funnel a goal is. */
  public enum Stage {
    /** Middle: interest. */
    MOFU,
    /** Bottom: a sale, or one step before it. */
    BOFU
  }

  private final AmountRule amount;
  private final Stage stage;
  private final String kpiId;
  private final String displayName;

  Goal(AmountRule amount, Stage stage, String kpiId, String displayName) {
    this.amount = amount;
    this.stage = stage;
    this.kpiId = kpiId;
    this.displayName = displayName;
  }

  /** Whether it is about money. */
  public AmountRule amount() {
    return amount;
  }

  /** Where in the funnel it is. */
  public Stage stage() {
    return stage;
  }

  /** The KPI of metrics that counts it alone; empty when none does. */
  public String kpiId() {
    return kpiId;
  }

  /** Name for people. */
  public String displayName() {
    return displayName;
  }

  /** Whether it may belong to a subscription. */
  public boolean isOfSubscription() {
    return this == TRIAL || this == SUBSCRIPTION_START || this == SUBSCRIPTION_RENEWAL;
  }
}
