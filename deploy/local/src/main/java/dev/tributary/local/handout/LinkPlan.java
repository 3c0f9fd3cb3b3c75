package dev.tributary.local.handout;

import dev.tributary.attribution.v1.Link;
import dev.tributary.attribution.v1.UtmParameters;
import dev.tributary.ingestion.v1.Account;
import dev.tributary.type.v1.Platform;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Which links a creator gets: one for each account and placement, so that a report can tell where
 * the clicks came from.
 *
 * @param links to be made, or made before
 * @param refused placements that were asked for and cannot be followed, each as a sentence
 */
record LinkPlan(List<Link> links, List<String> refused) {
  private static final int UTM_LENGTH_MAX = 200;

  LinkPlan {
    links = List.copyOf(links);
    refused = List.copyOf(refused);
  }

  /**
   * The plan of one creator.
   *
   * @param asked placements on every account; empty for all that can be followed there
   */
  static LinkPlan of(Member member, String landingUrl, List<Placement> asked) {
    List<Link> links = new ArrayList<>();
    List<String> refused = new ArrayList<>();
    for (Account account : accounts(member)) {
      Platform platform = account.getPlatform();
      List<Placement> wanted = asked.isEmpty() ? Placement.on(platform) : asked;
      for (Placement placement : wanted) {
        if (placement.isClickableOn(platform)) {
          links.add(link(member, account, placement, landingUrl));
        } else {
          refused.add(
              "%s: %s on %s is not clickable (expected: %s)"
                  .formatted(
                      member.name(),
                      placement.id(),
                      name(platform),
                      Placement.ids(Placement.on(platform))));
        }
      }
    }
    return new LinkPlan(links, refused);
  }

  /** A creator whose accounts nobody knows can still publish a QR code. */
  private static List<Account> accounts(Member member) {
    List<Account> known = member.creator().getAccountsList();
    return known.isEmpty()
        ? List.of(Account.newBuilder().setPlatform(Platform.PLATFORM_OTHER).build())
        : known;
  }

  private static Link link(Member member, Account account, Placement placement, String landingUrl) {
    String platform = name(account.getPlatform());
    String handle = account.getHandle().isEmpty() ? member.name() : account.getHandle();
    return Link.newBuilder()
        .setLinkId(
            Slugs.join(
                "link",
                member.collaboration().getCollaborationId(),
                platform,
                placement.id(),
                Slugs.plain(account.getHandle())))
        .setOwner(member.owner())
        .setDestinationUrl(landingUrl)
        .setPlacement(platform + "-" + placement.id())
        .setUtm(
            UtmParameters.newBuilder()
                .setSource(cut(handle))
                .setMedium("creator")
                .setCampaign(member.collaboration().getCampaignId())
                .setContent(platform + "-" + placement.id()))
        .build();
  }

  private static String cut(String text) {
    int end =
        text.offsetByCodePoints(0, Math.min(UTM_LENGTH_MAX, text.codePointCount(0, text.length())));
    return text.substring(0, end);
  }

  /** The platform in lower case, for example {@code instagram}. */
  static String name(Platform platform) {
    return platform.name().substring("PLATFORM_".length()).toLowerCase(Locale.ROOT);
  }
}
