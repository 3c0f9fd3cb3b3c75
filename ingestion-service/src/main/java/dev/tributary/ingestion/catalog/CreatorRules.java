package dev.tributary.ingestion.catalog;

import dev.tributary.ingestion.content.AccountRules;
import dev.tributary.ingestion.content.CountryRules;
import dev.tributary.ingestion.content.LanguageRules;
import dev.tributary.ingestion.content.Repeated;
import dev.tributary.ingestion.v1.Creator;
import dev.tributary.runtime.api.Fields;
import dev.tributary.runtime.api.Rejected;
import java.util.List;

/** What a creator must be. */
final class CreatorRules {
  private static final int NAME_CHARACTERS_MAX = 200;
  private static final int LANGUAGES_MAX = 20;

  private CreatorRules() {}

  /**
   * Lets a creator pass that keeps every rule of its contract.
   *
   * @throws Rejected with a field path relative to the creator
   */
  static void check(Creator creator) throws Rejected {
    Fields.id("creator_id", creator.getCreatorId());
    Fields.requiredText("display_name", creator.getDisplayName(), NAME_CHARACTERS_MAX);
    AccountRules.checkAll("accounts", creator.getAccountsList());
    if (!creator.getCountryCode().isEmpty()) {
      CountryRules.check("country_code", creator.getCountryCode());
    }
    checkLanguages(creator.getLanguagesList());
  }

  private static void checkLanguages(List<String> languages) throws Rejected {
    Repeated.atMost("languages", languages.size(), LANGUAGES_MAX);
    for (int i = 0; i < languages.size(); i++) {
      LanguageRules.check(Repeated.element("languages", i), languages.get(i));
    }
  }
}
