package dev.tributary.metrics.kpi;

import static dev.tributary.metrics.kpi.Aggregation.BOUNDS;
import static dev.tributary.metrics.kpi.Aggregation.LATEST_THEN_SUM;
import static dev.tributary.metrics.kpi.Aggregation.RECOMPUTE;
import static dev.tributary.metrics.kpi.Aggregation.SUM;
import static dev.tributary.metrics.kpi.Formula.netQuotient;
import static dev.tributary.metrics.kpi.Formula.perThousand;
import static dev.tributary.metrics.kpi.Formula.quotient;
import static dev.tributary.metrics.kpi.Formula.total;
import static dev.tributary.metrics.kpi.FunnelStage.BOFU;
import static dev.tributary.metrics.kpi.FunnelStage.MOFU;
import static dev.tributary.metrics.kpi.FunnelStage.TOFU;
import static dev.tributary.metrics.kpi.KpiDefinition.kpi;
import static dev.tributary.metrics.kpi.KpiUnit.COUNT;
import static dev.tributary.metrics.kpi.KpiUnit.MONEY;
import static dev.tributary.metrics.kpi.KpiUnit.MULTIPLE;
import static dev.tributary.metrics.kpi.KpiUnit.PERCENT;
import static dev.tributary.metrics.kpi.KpiUnit.UNIT_MONEY;
import static dev.tributary.metrics.measure.Measure.APP_INSTALLS;
import static dev.tributary.metrics.measure.Measure.AUDIENCE;
import static dev.tributary.metrics.measure.Measure.CLICKS;
import static dev.tributary.metrics.measure.Measure.COMMENTS;
import static dev.tributary.metrics.measure.Measure.CONTENT_DOWNLOADS;
import static dev.tributary.metrics.measure.Measure.CONVERSIONS;
import static dev.tributary.metrics.measure.Measure.COST;
import static dev.tributary.metrics.measure.Measure.DEMOS;
import static dev.tributary.metrics.measure.Measure.ENGAGEMENTS;
import static dev.tributary.metrics.measure.Measure.FOLLOWERS;
import static dev.tributary.metrics.measure.Measure.FOLLOWERS_AT_START;
import static dev.tributary.metrics.measure.Measure.FOLLOWER_GROWTH;
import static dev.tributary.metrics.measure.Measure.IMPRESSIONS;
import static dev.tributary.metrics.measure.Measure.LEADS;
import static dev.tributary.metrics.measure.Measure.LIKES;
import static dev.tributary.metrics.measure.Measure.LINK_CONVERSIONS;
import static dev.tributary.metrics.measure.Measure.NEWSLETTER_SIGN_UPS;
import static dev.tributary.metrics.measure.Measure.NEW_CUSTOMERS;
import static dev.tributary.metrics.measure.Measure.ORDERS;
import static dev.tributary.metrics.measure.Measure.POSTS;
import static dev.tributary.metrics.measure.Measure.REACH;
import static dev.tributary.metrics.measure.Measure.RENEWALS;
import static dev.tributary.metrics.measure.Measure.REVENUE;
import static dev.tributary.metrics.measure.Measure.SAVES;
import static dev.tributary.metrics.measure.Measure.SHARES;
import static dev.tributary.metrics.measure.Measure.SIGN_UPS;
import static dev.tributary.metrics.measure.Measure.SUBSCRIPTIONS_STARTED;
import static dev.tributary.metrics.measure.Measure.TRIALS;
import static dev.tributary.metrics.measure.Measure.VIDEO_VIEWS;
import static dev.tributary.metrics.measure.Measure.WEBINAR_REGISTRATIONS;

import dev.tributary.metrics.measure.Measure;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The catalogue of KPIs, in funnel order. A new KPI is one entry here. */
public final class KpiCatalogue {
  private static final String ANA = "ANA Influencer Marketing Measurement Guidelines, 2022";
  private static final String PLATFORMS = "Platform APIs; " + ANA;
  private static final String TRADE = "Common use in the trade";
  private static final String OWN = "Own tracking; " + ANA;
  private static final String GOAL = " Cancelled ones are not in it, unattributed ones neither.";
  private static final String COST_COVERAGE =
      " Over collaborations of which both are known; costs of the campaign as a whole are included.";

  /** Every KPI. */
  public static final List<KpiDefinition> ALL =
      List.of(
          kpi("posts", "Posts", COUNT, SUM, TOFU, total(POSTS))
              .described("Pieces of content; within a time range those published in it.", TRADE),
          counter("impressions", "Impressions", IMPRESSIONS)
              .described(
                  "Times shown or played, as each platform counts it; its views where a platform"
                      + " counts views instead. The definitions in force are named with the value.",
                  PLATFORMS),
          counter("video_views", "Video views", VIDEO_VIEWS)
              .described(
                  "Plays of video posts. What makes a play differs by platform: compare by"
                      + " platform.",
                  PLATFORMS),
          kpi("reach", "Reach (unique people)", COUNT, BOUNDS, TOFU, new Formula.Bounds(REACH))
              .described(
                  "Unique people who saw the posts. People who saw several posts cannot be told"
                      + " apart, so over several only bounds are known. Within a time range: people"
                      + " newly reached by each post.",
                  PLATFORMS),
          perAccount("potential_reach", "Potential reach (followers, duplicated)", AUDIENCE)
              .described(
                  "Followers of the creators' accounts at their latest post, each account once. Not"
                      + " people reached: who follows two creators counts twice, and most followers"
                      + " see no given post.",
                  "Called social reach or reach by several tools; potential reach by Traackr"),
          kpi(
                  "follower_growth",
                  "Brand follower growth",
                  COUNT,
                  RECOMPUTE,
                  TOFU,
                  total(FOLLOWER_GROWTH))
              .described(
                  "Followers of the brand's accounts at the end minus those at the start of the time"
                      + " range; without one, since the campaign began. Campaigns that share an"
                      + " account each show its growth, the total counts it once.",
                  TRADE),
          rate(
                  "follower_growth_rate",
                  "Brand follower growth rate",
                  TOFU,
                  FOLLOWER_GROWTH,
                  FOLLOWERS_AT_START)
              .described("Growth of the brand's followers by those at the start.", TRADE),
          counter("engagements", "Engagements", ENGAGEMENTS)
              .described(
                  "Likes, comments and shares; with saves on Instagram, saves instead of shares on"
                      + " Pinterest, likes and comments alone on YouTube, replies and shares of"
                      + " stories. Known actions are added even where one is missing, but then the"
                      + " post is not covered. Clicks are no engagement.",
                  ANA),
          counter("likes", "Likes", LIKES)
              .described(
                  "Likes, net of those taken back; of Facebook's reactions the like alone.",
                  PLATFORMS),
          counter("comments", "Comments", COMMENTS)
              .described("Comments, and replies to stories.", PLATFORMS),
          counter("shares", "Shares", SHARES)
              .described("Shares, and reposts on X; quotes are not in it.", PLATFORMS),
          counter("saves", "Saves", SAVES).described("Saves and bookmarks.", PLATFORMS),
          rate("er_impressions", "Engagement rate by impressions", TOFU, ENGAGEMENTS, IMPRESSIONS)
              .described(
                  "Engagements by impressions, pooled over posts of which both are known; not the"
                      + " mean of the posts' rates.",
                  "Later Influence reports"),
          rate("er_reach", "Engagement rate by duplicated reach", TOFU, ENGAGEMENTS, REACH)
              .described(
                  "Engagements by the posts' reaches added up, in which people reached by several"
                      + " posts count several times.",
                  "inzpire.me; " + ANA),
          rate("er_followers", "Engagement rate by followers", TOFU, ENGAGEMENTS, FOLLOWERS)
              .described(
                  "Engagements by followers of the account when each post was published, added over"
                      + " posts. Needs public data only.",
                  "Traackr and most public benchmarks"),
          rate("er_views", "Engagement rate by video views", TOFU, ENGAGEMENTS, VIDEO_VIEWS)
              .described("Engagements by video views, over video posts.", "TikTok and YouTube use"),
          costPer("cpm", "Cost per thousand impressions", TOFU, perThousand(COST, IMPRESSIONS))
              .described("Cost by impressions, times thousand." + COST_COVERAGE, TRADE),
          costPer("cpe", "Cost per engagement", TOFU, quotient(COST, ENGAGEMENTS))
              .described("Cost by engagements; 1,000.00 over 500 is 2.00." + COST_COVERAGE, ANA),
          kpi("clicks", "Clicks", COUNT, SUM, MOFU, total(CLICKS))
              .described(
                  "Persons' clicks on the creators' tracking links, counted by the redirector; bots,"
                      + " previews, staff and tests are left out.",
                  OWN),
          rate("ctr", "Click-through rate by impressions", MOFU, CLICKS, IMPRESSIONS)
              .described(
                  "Clicks by impressions, over collaborations whose posts' impressions are all"
                      + " known.",
                  TRADE),
          costPer("cpc", "Cost per click", MOFU, quotient(COST, CLICKS))
              .described("Cost by clicks." + COST_COVERAGE, TRADE),
          goal("sign_ups", "Sign-ups", MOFU, SIGN_UPS)
              .described("Sign-ups for an account, by share." + GOAL, OWN),
          goal("newsletter_sign_ups", "Newsletter sign-ups", MOFU, NEWSLETTER_SIGN_UPS)
              .described("Subscriptions to a newsletter, by share." + GOAL, OWN),
          goal("webinar_registrations", "Webinar registrations", MOFU, WEBINAR_REGISTRATIONS)
              .described("Registrations for webinars, by share." + GOAL, OWN),
          goal("leads", "Leads", MOFU, LEADS)
              .described(
                  "Forms and other enquiries, by share; sign-ups, downloads and registrations are"
                      + " counted apart."
                      + GOAL,
                  OWN),
          goal("content_downloads", "Content downloads", MOFU, CONTENT_DOWNLOADS)
              .described("Downloads of guides, reports and the like, by share." + GOAL, OWN),
          goal("app_installs", "App installs", MOFU, APP_INSTALLS)
              .described("Installations of an app, by share." + GOAL, OWN),
          goal("trials", "Trials", BOFU, TRIALS)
              .described("Trials started, paid ones included, by share." + GOAL, OWN),
          goal("demos", "Demos", BOFU, DEMOS)
              .described("Demonstrations booked, by share." + GOAL, OWN),
          goal("subscriptions_started", "Subscriptions started", BOFU, SUBSCRIPTIONS_STARTED)
              .described("First payments of subscriptions, by share." + GOAL, OWN),
          goal("renewals", "Subscription renewals", BOFU, RENEWALS)
              .described(
                  "Later payments of subscriptions, by share; credited as the first payment is, for"
                      + " as long as the storefront says."
                      + GOAL,
                  OWN),
          kpi("conversions", "Conversions", COUNT, SUM, BOFU, total(CONVERSIONS))
              .described(
                  "Orders, leads, sign-ups and all other goals credited to creators, by code or link; shared ones by"
                      + " share, cancelled and voided ones not at all. Unattributed ones are not in"
                      + " it.",
                  OWN),
          rate("cvr_click", "Conversion rate by clicks", BOFU, LINK_CONVERSIONS, CLICKS)
              .described(
                  "Conversions credited by a link, by clicks. Those credited by a code are left out,"
                      + " since they have no click.",
                  TRADE),
          kpi("revenue", "Revenue (net sales)", MONEY, SUM, BOFU, total(REVENUE))
              .described(
                  "Net sales credited to creators, of purchases, payments of subscriptions and all"
                      + " else that has an amount: items minus discount, without tax and shipping,"
                      + " after refunds, counted when the order was placed. Unattributed sales are"
                      + " not in it.",
                  OWN),
          kpi("aov", "Average order value", UNIT_MONEY, RECOMPUTE, BOFU, quotient(REVENUE, ORDERS))
              .described(
                  "Revenue by orders: purchases, payments of subscriptions, and whatever else has an"
                      + " amount.",
                  TRADE),
          goal("new_customers", "New customers", BOFU, NEW_CUSTOMERS)
              .described(
                  "Orders whose customer had bought nothing before at the storefront, by share, as"
                      + " told or decided when each was recorded. Where that cannot be known the"
                      + " order is a gap, not a returning customer's.",
                  TRADE),
          rate("new_customer_rate", "New customer rate", BOFU, NEW_CUSTOMERS, ORDERS)
              .described(
                  "New customers by orders, over collaborations of which it is known for every"
                      + " order.",
                  TRADE),
          kpi("cost", "Cost", MONEY, SUM, BOFU, total(COST))
              .lowerBetter()
              .described(
                  "Fees, products, production, boosts, agencies and all else; committed, accrued and"
                      + " paid alike, counted when first observed.",
                  TRADE),
          costPer("cpa", "Cost per conversion", BOFU, quotient(COST, CONVERSIONS))
              .described("Cost by conversions." + COST_COVERAGE, ANA),
          kpi("roas", "Return on ad spend", MULTIPLE, RECOMPUTE, BOFU, quotient(REVENUE, COST))
              .described(
                  "Revenue by cost: 3,000 of sales for 1,000 is 3.00x." + COST_COVERAGE, TRADE),
          kpi(
                  "roi",
                  "Return on investment (net)",
                  PERCENT,
                  RECOMPUTE,
                  BOFU,
                  netQuotient(REVENUE, COST))
              .described(
                  "What is left of revenue after cost, by cost: 3,000 of sales for 1,000 is 200 %."
                      + " Margin is not considered, EMV never added."
                      + COST_COVERAGE,
                  ANA));

  private static final Map<String, KpiDefinition> BY_ID =
      ALL.stream().collect(Collectors.toMap(KpiDefinition::id, Function.identity()));

  private KpiCatalogue() {}

  /** The KPI of an id, if there is one. */
  public static Optional<KpiDefinition> find(String id) {
    return Optional.ofNullable(BY_ID.get(id));
  }

  private static KpiDefinition counter(String id, String displayName, Measure measure) {
    return kpi(id, displayName, COUNT, LATEST_THEN_SUM, TOFU, total(measure));
  }

  private static KpiDefinition goal(
      String id, String displayName, FunnelStage stage, Measure measure) {
    return kpi(id, displayName, COUNT, SUM, stage, total(measure));
  }

  private static KpiDefinition perAccount(String id, String displayName, Measure measure) {
    return kpi(id, displayName, COUNT, RECOMPUTE, TOFU, new Formula.PerAccount(measure));
  }

  private static KpiDefinition rate(
      String id, String displayName, FunnelStage stage, Measure numerator, Measure denominator) {
    return kpi(id, displayName, PERCENT, RECOMPUTE, stage, quotient(numerator, denominator));
  }

  private static KpiDefinition costPer(
      String id, String displayName, FunnelStage stage, Formula formula) {
    return kpi(id, displayName, UNIT_MONEY, RECOMPUTE, stage, formula).lowerBetter();
  }
}
