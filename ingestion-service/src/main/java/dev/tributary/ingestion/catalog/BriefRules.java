package dev.tributary.ingestion.catalog;

import dev.tributary.ingestion.content.Repeated;
import dev.tributary.ingestion.v1.Brief;
import dev.tributary.runtime.api.Fields;
import dev.tributary.runtime.api.Rejected;
import dev.tributary.type.v1.ErrorReason;

/** What a brief must be; an absent one keeps every rule. */
final class BriefRules {
  private static final int GOAL_CHARACTERS_MAX = 2_000;
  private static final int CALL_TO_ACTION_CHARACTERS_MAX = 500;
  private static final int PHRASES_MAX = 50;
  private static final int MESSAGE_CHARACTERS_MAX = 500;
  private static final int MENTION_CHARACTERS_MAX = 200;
  private static final int TAG_CHARACTERS_MAX = 100;

  private BriefRules() {}

  static void check(String field, Brief brief) throws Rejected {
    try {
      Fields.text("goal", brief.getGoal(), GOAL_CHARACTERS_MAX);
      Fields.text("call_to_action", brief.getCallToAction(), CALL_TO_ACTION_CHARACTERS_MAX);
      Repeated.eachText(
          "key_messages", brief.getKeyMessagesList(), PHRASES_MAX, MESSAGE_CHARACTERS_MAX);
      Repeated.eachText(
          "must_mention", brief.getMustMentionList(), PHRASES_MAX, MENTION_CHARACTERS_MAX);
      Repeated.eachText("hashtags", brief.getHashtagsList(), PHRASES_MAX, TAG_CHARACTERS_MAX);
      for (int i = 0; i < brief.getHashtagsCount(); i++) {
        requireBareTag(Repeated.element("hashtags", i), brief.getHashtags(i));
      }
      Fields.text("disclosure_tag", brief.getDisclosureTag(), TAG_CHARACTERS_MAX);
      requireBareTag("disclosure_tag", brief.getDisclosureTag());
    } catch (Rejected rejected) {
      throw rejected.withPrefix(field);
    }
  }

  /** One tag has one spelling here, so that a caption can be searched for it. */
  private static void requireBareTag(String field, String tag) throws Rejected {
    if (tag.startsWith("#")) {
      throw new Rejected(
          ErrorReason.ERROR_REASON_FIELD_MALFORMED,
          field,
          "begins with \"#\" (expected: the tag without it)");
    }
  }
}
