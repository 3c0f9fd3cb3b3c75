package dev.tributary.local.demo.world;

import dev.tributary.ingestion.v1.Account;
import dev.tributary.ingestion.v1.Creator;
import dev.tributary.type.v1.Platform;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The forty creators of the demo: five tiers on four platforms, in two campaigns. */
final class Roster {
  private static final List<Platform> PLATFORMS =
      List.of(
          Platform.PLATFORM_INSTAGRAM,
          Platform.PLATFORM_TIKTOK,
          Platform.PLATFORM_YOUTUBE,
          Platform.PLATFORM_INSTAGRAM,
          Platform.PLATFORM_FACEBOOK);

  private static final List<String> NAMES =
      List.of(
          "Emily Brandt",
          "Jonas Weber",
          "Lina Öberg",
          "Mateo Ruiz",
          "Sofia Lind",
          "Anna Keller",
          "Bo Nilsson",
          "Cem Aydin",
          "Daria Novak",
          "Elif Kaya",
          "Felix Braun",
          "Greta Holm",
          "Hugo Martin",
          "Ida Dahl",
          "Jana Wolf",
          "Karim Haddad",
          "Lea Fischer",
          "Milo Conti",
          "Nora Berg",
          "Oskar Lund",
          "Paula Sanz",
          "Quentin Roy",
          "Rosa Vidal",
          "Samir Nasser",
          "Tilda Ek",
          "Umut Demir",
          "Vera Pohl",
          "Wim de Boer",
          "Xenia Popa",
          "Yara Costa",
          "Zoe Laurent",
          "Aksel Moen",
          "Bianca Rossi",
          "Clara Vogel",
          "David Sjö",
          "Edda Jónsdóttir",
          "Finn Maier",
          "Gala Torres",
          "Henrik Aalto",
          "Inés Mora");

  private static final List<String> COUNTRIES = List.of("DE", "SE", "FR", "ES", "NL", "IT");

  private Roster() {}

  /** All creators; 22 in the sales campaign, 18 in the awareness campaign. */
  static List<DemoCreator> of(long seed) {
    Chance chance = Chance.of(seed, "roster");
    List<DemoCreator> creators = new ArrayList<>();
    for (Tier tier : Tier.values()) {
      for (int i = 0; i < tier.creatorCount; i++) {
        creators.add(creator(creators.size() + 1, tier, chance));
      }
    }
    return List.copyOf(creators);
  }

  private static DemoCreator creator(int number, Tier tier, Chance chance) {
    String name = NAMES.get(number - 1);
    String id = "creator-%02d".formatted(number);
    boolean sells = number % 20 < 11;
    boolean swedish = !sells && chance.happens(0.5);
    return new DemoCreator(
        number,
        id,
        name,
        name.toLowerCase(Locale.ROOT).replace(' ', '.'),
        (sells ? Campaigns.SALES : Campaigns.AWARENESS) + ":" + id,
        sells ? Campaigns.SALES : Campaigns.AWARENESS,
        swedish ? "SEK" : "EUR",
        PLATFORMS.get(number % PLATFORMS.size()),
        tier,
        swedish ? "SE" : chance.oneOf(COUNTRIES),
        chance.between(tier.followersMin, tier.followersMax),
        chance.around(1, 0.35));
  }

  /** The creator as the catalogue takes it. */
  static Creator toProto(DemoCreator creator) {
    return Creator.newBuilder()
        .setCreatorId(creator.id())
        .setDisplayName(creator.name())
        .setCountryCode(creator.countryCode())
        .addLanguages("en")
        .addAccounts(
            Account.newBuilder()
                .setPlatform(creator.platform())
                .setHandle(creator.handle())
                .setNativeId("native-" + creator.number()))
        .build();
  }
}
