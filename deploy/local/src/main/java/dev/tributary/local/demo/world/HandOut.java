package dev.tributary.local.demo.world;

import dev.tributary.attribution.v1.Link;
import dev.tributary.attribution.v1.Owner;
import dev.tributary.attribution.v1.PromoCode;
import dev.tributary.attribution.v1.UtmParameters;
import dev.tributary.runtime.api.ProtoTimes;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What the creators are handed: a code for those who sell, and two links for everybody. */
final class HandOut {
  /** The shop's own code, which belongs to nobody. */
  static final String HOUSE_CODE = "WELCOME10";

  static final String NORDIC = "nordic";

  private static final List<String> PLACEMENTS = List.of("bio", "story-sticker");

  private HandOut() {}

  /** The creator's code as it is spoken, for example EMILY10. */
  static String code(DemoCreator creator) {
    String first = creator.name().split(" ", 2)[0];
    String plain = Normalizer.normalize(first, Normalizer.Form.NFD).replaceAll("[^A-Za-z]", "");
    return plain.toUpperCase(Locale.ROOT) + "10";
  }

  /** The same codes in both shops, and the house code. */
  static List<PromoCode> codes(List<DemoCreator> creators, Calendar calendar) {
    List<PromoCode> codes = new ArrayList<>();
    for (String storefront : List.of("main", NORDIC)) {
      for (DemoCreator creator : creators) {
        if (creator.sells()) {
          codes.add(
              PromoCode.newBuilder()
                  .setCodeId("code:" + storefront + ":" + creator.id())
                  .setCode(code(creator))
                  .setStorefrontId(storefront)
                  .setOwner(owner(creator))
                  .setStartTime(
                      ProtoTimes.toProto(
                          calendar.salesStart().atStartOfDay(Calendar.BERLIN).toInstant()))
                  .build());
        }
      }
      codes.add(
          PromoCode.newBuilder()
              .setCodeId("code:" + storefront + ":house")
              .setCode(HOUSE_CODE)
              .setStorefrontId(storefront)
              .build());
    }
    return codes;
  }

  /** A link for the profile and one for stories, with UTM parameters. */
  static List<Link> links(List<DemoCreator> creators) {
    List<Link> links = new ArrayList<>();
    for (DemoCreator creator : creators) {
      for (String placement : PLACEMENTS) {
        links.add(
            Link.newBuilder()
                .setLinkId(linkId(creator, placement))
                .setOwner(owner(creator))
                .setDestinationUrl("https://shop.example/" + creator.campaignId())
                .setUtm(utm(creator, placement))
                .setPlacement(placement)
                .build());
      }
    }
    return links;
  }

  static String linkId(DemoCreator creator, boolean story) {
    return linkId(creator, PLACEMENTS.get(story ? 1 : 0));
  }

  static UtmParameters utm(DemoCreator creator, boolean story) {
    return utm(creator, PLACEMENTS.get(story ? 1 : 0));
  }

  private static String linkId(DemoCreator creator, String placement) {
    return "link:" + creator.id() + ":" + placement;
  }

  private static UtmParameters utm(DemoCreator creator, String placement) {
    return UtmParameters.newBuilder()
        .setSource(creator.handle())
        .setMedium("creator")
        .setCampaign(creator.campaignId())
        .setContent(placement)
        .build();
  }

  static Owner owner(DemoCreator creator) {
    return Owner.newBuilder()
        .setCollaborationId(creator.collaborationId())
        .setCreatorId(creator.id())
        .setCampaignId(creator.campaignId())
        .build();
  }
}
