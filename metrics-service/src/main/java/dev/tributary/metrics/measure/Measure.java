package dev.tributary.metrics.measure;

/**
 * Everything that is counted. A measure lives on one grain, of which it is known or not known unit
 * by unit.
 */
public enum Measure {
  IMPRESSIONS("impressions", Grain.POST, Kind.COUNT),
  VIDEO_VIEWS("video_views", Grain.POST, Kind.COUNT),
  REACH("reach", Grain.POST, Kind.COUNT),
  LIKES("likes", Grain.POST, Kind.COUNT),
  COMMENTS("comments", Grain.POST, Kind.COUNT),
  SHARES("shares", Grain.POST, Kind.COUNT),
  SAVES("saves", Grain.POST, Kind.COUNT),
  /** The actions that count as engagement on the post's platform, added; see {@link Actions}. */
  ENGAGEMENTS("engagements", Grain.POST, Kind.COUNT),
  /** The post itself. */
  POSTS("posts", Grain.POST, Kind.COUNT),
  /** Followers of the post's account at publication, for whatever range is asked. */
  FOLLOWERS("followers", Grain.POST, Kind.COUNT),
  /** The same, only of posts published in the range. */
  AUDIENCE("audience", Grain.POST, Kind.COUNT),
  CLICKS("clicks", Grain.COLLABORATION, Kind.COUNT),
  CONVERSIONS("conversions", Grain.COLLABORATION, Kind.MILLIONTHS),
  /** Conversions credited by a link: those that a click can have led to. */
  LINK_CONVERSIONS("link_conversions", Grain.COLLABORATION, Kind.MILLIONTHS),
  /** Conversions with an amount: purchases, payments of subscriptions, paid trials and goals. */
  ORDERS("orders", Grain.COLLABORATION, Kind.MILLIONTHS),
  SIGN_UPS("sign_ups", Grain.COLLABORATION, Kind.MILLIONTHS),
  NEWSLETTER_SIGN_UPS("newsletter_sign_ups", Grain.COLLABORATION, Kind.MILLIONTHS),
  WEBINAR_REGISTRATIONS("webinar_registrations", Grain.COLLABORATION, Kind.MILLIONTHS),
  LEADS("leads", Grain.COLLABORATION, Kind.MILLIONTHS),
  CONTENT_DOWNLOADS("content_downloads", Grain.COLLABORATION, Kind.MILLIONTHS),
  APP_INSTALLS("app_installs", Grain.COLLABORATION, Kind.MILLIONTHS),
  TRIALS("trials", Grain.COLLABORATION, Kind.MILLIONTHS),
  DEMOS("demos", Grain.COLLABORATION, Kind.MILLIONTHS),
  SUBSCRIPTIONS_STARTED("subscriptions_started", Grain.COLLABORATION, Kind.MILLIONTHS),
  RENEWALS("renewals", Grain.COLLABORATION, Kind.MILLIONTHS),
  /** Orders of customers who had bought nothing before; a gap where that cannot be known. */
  NEW_CUSTOMERS("new_customers", Grain.COLLABORATION, Kind.MILLIONTHS),
  REVENUE("revenue", Grain.COLLABORATION, Kind.MONEY),
  COST("cost", Grain.COLLABORATION, Kind.MONEY),
  FOLLOWER_GROWTH("follower_growth", Grain.ACCOUNT, Kind.COUNT),
  /** Followers at the start of the range that growth is measured over. */
  FOLLOWERS_AT_START("followers_at_start", Grain.ACCOUNT, Kind.COUNT);

  /** What a number of the measure counts. */
  public enum Kind {
    /** Whole things. */
    COUNT,
    /** Millionths of things, because a conversion may be shared. */
    MILLIONTHS,
    /** Money in minor units. */
    MONEY
  }

  private final String id;
  private final Grain grain;
  private final Kind kind;

  Measure(String id, Grain grain, Kind kind) {
    this.id = id;
    this.grain = grain;
    this.kind = kind;
  }

  /** Stable name, as definitions and explanations give it. */
  public String id() {
    return id;
  }

  /** What it is known for. */
  public Grain grain() {
    return grain;
  }

  /** What a number of it counts. */
  public Kind kind() {
    return kind;
  }
}
