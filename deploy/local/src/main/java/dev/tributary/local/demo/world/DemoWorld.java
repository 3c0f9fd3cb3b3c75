package dev.tributary.local.demo.world;

import dev.tributary.attribution.v1.Amendment;
import dev.tributary.attribution.v1.Conversion;
import dev.tributary.attribution.v1.Link;
import dev.tributary.attribution.v1.PromoCode;
import dev.tributary.attribution.v1.Refund;
import dev.tributary.attribution.v1.Storefront;
import dev.tributary.attribution.v1.TaxMode;
import dev.tributary.attribution.v1.Touch;
import dev.tributary.ingestion.v1.Campaign;
import dev.tributary.ingestion.v1.Collaboration;
import dev.tributary.ingestion.v1.Creator;
import dev.tributary.ingestion.v1.Observation;
import dev.tributary.ingestion.v1.Post;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Everything the demo sends, in the form it is sent, and the shop's own export of the same orders.
 *
 * @param salesCampaignId the campaign that sells
 * @param awarenessCampaignId the campaign that wants to be seen
 * @param refundsFirst refunds that are told before their orders
 * @param refunds refunds that are told after their orders
 * @param export the shop's own export, as CSV lines with a header
 */
public record DemoWorld(
    String salesCampaignId,
    String awarenessCampaignId,
    List<Campaign> campaigns,
    List<Creator> creators,
    List<Collaboration> collaborations,
    List<Post> posts,
    List<Observation> observations,
    List<Storefront> storefronts,
    List<PromoCode> codes,
    List<Link> links,
    List<Touch> touches,
    List<Conversion> conversions,
    List<Amendment> amendments,
    List<Refund> refundsFirst,
    List<Refund> refunds,
    List<String> export) {
  private static final int TOUCHES = 60_000;
  private static final int ORDERS = 3_000;

  /**
   * Makes a world.
   *
   * @param seed the same seed gives the same world
   * @param scale 1 for 60,000 touches and 3,000 orders; campaigns and creators stay as they are
   * @param now the moment it is made for; nothing in it is later
   */
  public static DemoWorld of(long seed, double scale, Instant now) {
    Calendar calendar = Calendar.at(now);
    List<DemoCreator> creators = Roster.of(seed);
    List<DemoPost> posts = Posts.of(creators, calendar, seed);
    Map<String, Long> fees = Spending.fees(creators, seed);
    List<Visit> visits = Visits.of(posts, (int) Math.round(TOUCHES * scale), calendar, seed);
    List<DemoOrder> orders = orders(creators, visits, scale, calendar, seed);
    return new DemoWorld(
        Campaigns.SALES,
        Campaigns.AWARENESS,
        Campaigns.of(calendar),
        creators.stream().map(Roster::toProto).toList(),
        creators.stream()
            .map(
                creator ->
                    Collaborations.toProto(
                        creator,
                        fees.getOrDefault(creator.collaborationId(), 0L),
                        posts.stream().filter(post -> post.creator().equals(creator)).toList(),
                        calendar))
            .toList(),
        posts.stream().map(Posts::toProto).toList(),
        Stream.of(
                Counters.of(posts, calendar, seed),
                Spending.costs(creators, fees, calendar, seed),
                Spending.rates(calendar, seed),
                BrandFollowers.of(calendar, seed))
            .flatMap(List::stream)
            .toList(),
        shops(),
        HandOut.codes(creators, calendar),
        HandOut.links(creators),
        visits.stream().map(Visit::touch).toList(),
        orders.stream().map(DemoOrder::conversion).toList(),
        orders.stream().flatMap(order -> order.amendment().stream()).toList(),
        refunds(orders, true),
        refunds(orders, false),
        ShopExport.of(orders));
  }

  /** All orders, in the order of their time. */
  private static List<DemoOrder> orders(
      List<DemoCreator> creators, List<Visit> visits, double scale, Calendar calendar, long seed) {
    int others = (int) Math.round(ORDERS * scale) - CodeStories.count(scale);
    return Stream.concat(
            Orders.of(creators, visits, others, calendar, seed).stream(),
            CodeStories.of(creators, scale, others + 1, calendar, seed).stream())
        .sorted(
            Comparator.comparing(DemoOrder::time)
                .thenComparing(order -> order.conversion().getOrderId()))
        .toList();
  }

  private static List<Refund> refunds(List<DemoOrder> orders, boolean first) {
    return orders.stream()
        .filter(order -> order.refundFirst() == first)
        .flatMap(order -> order.refund().stream())
        .toList();
  }

  private static List<Storefront> shops() {
    return List.of(
        Storefront.newBuilder()
            .setStorefrontId("main")
            .setCurrencyCode("EUR")
            .setTimeZone(Calendar.BERLIN.getId())
            .setTaxMode(TaxMode.TAX_MODE_INCLUDED)
            .build(),
        Storefront.newBuilder()
            .setStorefrontId(HandOut.NORDIC)
            .setCurrencyCode("SEK")
            .setTimeZone(Calendar.STOCKHOLM.getId())
            .setTaxMode(TaxMode.TAX_MODE_EXCLUDED)
            .build());
  }
}
