package dev.tributary.ingestion.catalog;

import dev.tributary.ingestion.content.CountryRules;
import dev.tributary.ingestion.content.Repeated;
import dev.tributary.ingestion.v1.TargetAudience;
import dev.tributary.runtime.api.Rejected;

/** What a target audience must be; an absent one keeps every rule. */
final class AudienceRules {
  private static final int COUNTRIES_MAX = 250;
  private static final int AGE_GROUPS_MAX = 20;
  private static final int GENDERS_MAX = 10;
  private static final int BUCKET_CHARACTERS_MAX = 64;

  private AudienceRules() {}

  static void check(String field, TargetAudience audience) throws Rejected {
    try {
      Repeated.atMost("countries", audience.getCountriesCount(), COUNTRIES_MAX);
      for (int i = 0; i < audience.getCountriesCount(); i++) {
        CountryRules.check(Repeated.element("countries", i), audience.getCountries(i));
      }
      Repeated.eachText(
          "age_groups", audience.getAgeGroupsList(), AGE_GROUPS_MAX, BUCKET_CHARACTERS_MAX);
      Repeated.eachText("genders", audience.getGendersList(), GENDERS_MAX, BUCKET_CHARACTERS_MAX);
    } catch (Rejected rejected) {
      throw rejected.withPrefix(field);
    }
  }
}
