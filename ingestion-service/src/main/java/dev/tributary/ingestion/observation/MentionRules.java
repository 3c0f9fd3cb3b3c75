package dev.tributary.ingestion.observation;

import dev.tributary.ingestion.content.AccountRules;
import dev.tributary.ingestion.content.Repeated;
import dev.tributary.ingestion.content.UrlRules;
import dev.tributary.ingestion.v1.Mention;
import dev.tributary.ingestion.v1.Mentions;
import dev.tributary.runtime.api.Fields;
import dev.tributary.runtime.api.Rejected;
import dev.tributary.type.v1.ErrorReason;
import java.time.Instant;
import java.util.List;

/** What mentions of a brand must be. */
final class MentionRules {
  private static final int MENTIONS_MAX = 1_000;
  private static final int KEYWORD_CHARACTERS_MAX = 200;

  private MentionRules() {}

  static void check(Mentions mentions, Instant now) throws Rejected {
    switch (mentions.getBrandCase()) {
      case ACCOUNT -> AccountRules.checkAt("account", mentions.getAccount());
      case KEYWORD -> checkKeyword("keyword", mentions.getKeyword());
      case BRAND_NOT_SET ->
          throw new Rejected(
              ErrorReason.ERROR_REASON_FIELD_MISSING,
              "brand",
              "absent (expected: one of account, keyword)");
    }
    List<Mention> all = mentions.getMentionsList();
    Repeated.atLeastOne("mentions", all.size(), MENTIONS_MAX);
    Repeated.each("mentions", all, MENTIONS_MAX, mention -> check(mention, now));
  }

  /** What mentions are looked for by; a mistyped space would be another subject. */
  static void checkKeyword(String field, String keyword) throws Rejected {
    Fields.requiredText(field, keyword, KEYWORD_CHARACTERS_MAX);
    if (!keyword.strip().equals(keyword)) {
      throw new Rejected(
          ErrorReason.ERROR_REASON_FIELD_MALFORMED,
          field,
          "a space at its start or end (expected: none)");
    }
  }

  private static void check(Mention mention, Instant now) throws Rejected {
    Fields.known("platform", mention.getPlatform());
    UrlRules.check("url", mention.getUrl());
    if (Fields.optionalForeignId("native_id", mention.getNativeId()).isEmpty()
        && mention.getUrl().isEmpty()) {
      throw new Rejected(
          ErrorReason.ERROR_REASON_FIELD_MISSING,
          "native_id",
          "absent (it is required without url)");
    }
    AuthorRules.check(mention.getAuthor());
    Fields.nonNegative("reach", mention.getReach());
    AuthorRules.checkTime("publish_time", mention.hasPublishTime(), mention.getPublishTime(), now);
  }
}
