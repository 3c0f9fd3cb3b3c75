package dev.tributary.ingestion.observation;

import dev.tributary.ingestion.content.AccountRules;
import dev.tributary.ingestion.content.CountryRules;
import dev.tributary.ingestion.content.LanguageRules;
import dev.tributary.ingestion.content.Repeated;
import dev.tributary.ingestion.v1.AudienceBreakdown;
import dev.tributary.ingestion.v1.AudienceBucket;
import dev.tributary.ingestion.v1.AudienceBucket.ValueCase;
import dev.tributary.ingestion.v1.AudienceDimension;
import dev.tributary.ingestion.v1.AudienceKind;
import dev.tributary.runtime.api.Fields;
import dev.tributary.runtime.api.Rejected;
import dev.tributary.type.v1.ErrorReason;
import java.util.List;
import java.util.stream.Stream;

/** What a breakdown of an audience must be. */
final class BreakdownRules {
  private static final int BUCKETS_MAX = 1_000;
  private static final int GROUP_CHARACTERS_MAX = 64;
  private static final int CITY_CHARACTERS_MAX = 200;
  private static final long WHOLE_MILLIONTHS = 1_000_000;

  /** Half a percent: what rounding to whole percents adds to a share at most. */
  private static final long ROUNDING_MILLIONTHS = 5_000;

  private BreakdownRules() {}

  static void check(AudienceBreakdown breakdown) throws Rejected {
    checkSubject(breakdown);
    AudienceKind kind = Fields.known("kind", breakdown.getKind());
    if (breakdown.hasPostId() && kind == AudienceKind.AUDIENCE_KIND_FOLLOWERS) {
      throw malformed("kind", kind + " (expected: AUDIENCE_KIND_REACHED for a post)");
    }
    AudienceDimension dimension = Fields.known("dimension", breakdown.getDimension());
    List<AudienceBucket> buckets = breakdown.getBucketsList();
    Repeated.each("buckets", buckets, BUCKETS_MAX, bucket -> checkBucket(dimension, bucket));
    Repeated.unique("buckets", buckets, "name", AudienceBucket::getName);
    if (breakdown.hasWithheld()) {
      checkWithheld(breakdown.getWithheld());
    } else if (buckets.isEmpty()) {
      throw missing("buckets", "none (expected: 1-" + BUCKETS_MAX + ", or withheld)");
    }
    checkTogether(breakdown);
  }

  private static void checkSubject(AudienceBreakdown breakdown) throws Rejected {
    switch (breakdown.getSubjectCase()) {
      case POST_ID -> Fields.id("post_id", breakdown.getPostId());
      case ACCOUNT -> AccountRules.checkAt("account", breakdown.getAccount());
      case SUBJECT_NOT_SET ->
          throw missing("subject", "absent (expected: one of account, post_id)");
    }
  }

  private static void checkBucket(AudienceDimension dimension, AudienceBucket bucket)
      throws Rejected {
    String name = bucket.getName();
    switch (dimension) {
      case AUDIENCE_DIMENSION_COUNTRY -> CountryRules.check("name", name);
      case AUDIENCE_DIMENSION_LANGUAGE -> LanguageRules.check("name", name);
      case AUDIENCE_DIMENSION_CITY -> Fields.requiredText("name", name, CITY_CHARACTERS_MAX);
      default -> Fields.requiredText("name", name, GROUP_CHARACTERS_MAX);
    }
    checkValue(bucket);
  }

  private static void checkWithheld(AudienceBucket withheld) throws Rejected {
    if (!withheld.getName().isEmpty()) {
      throw malformed(
          "withheld.name", withheld.getName().length() + " characters (expected: empty)");
    }
    try {
      checkValue(withheld);
    } catch (Rejected refusal) {
      throw refusal.withPrefix("withheld");
    }
  }

  private static void checkValue(AudienceBucket bucket) throws Rejected {
    switch (bucket.getValueCase()) {
      case COUNT -> Fields.nonNegative("count", bucket.getCount());
      case SHARE_MILLIONTHS ->
          Fields.inRange("share_millionths", bucket.getShareMillionths(), 0, WHOLE_MILLIONTHS);
      case UNAVAILABLE -> Fields.known("unavailable", bucket.getUnavailable());
      case VALUE_NOT_SET ->
          throw missing(
              "value",
              "absent (expected: count, share_millionths, or unavailable with the reason)");
    }
  }

  /** What no single bucket can break: one sort of number, and no more than everybody. */
  private static void checkTogether(AudienceBreakdown breakdown) throws Rejected {
    List<AudienceBucket> all =
        Stream.concat(
                breakdown.getBucketsList().stream(),
                breakdown.hasWithheld() ? Stream.of(breakdown.getWithheld()) : Stream.of())
            .toList();
    List<AudienceBucket> shares = having(ValueCase.SHARE_MILLIONTHS, all);
    if (!shares.isEmpty() && !having(ValueCase.COUNT, all).isEmpty()) {
      throw malformed("buckets", "counts and shares (expected: one of the two)");
    }
    long sum = shares.stream().mapToLong(AudienceBucket::getShareMillionths).sum();
    long most = WHOLE_MILLIONTHS + ROUNDING_MILLIONTHS * shares.size();
    if (sum > most) {
      throw new Rejected(
          ErrorReason.ERROR_REASON_OUT_OF_RANGE,
          "buckets",
          "shares of " + sum + " millionths in all (expected: at most " + most + ")");
    }
  }

  private static List<AudienceBucket> having(ValueCase value, List<AudienceBucket> buckets) {
    return buckets.stream().filter(bucket -> bucket.getValueCase() == value).toList();
  }

  private static Rejected missing(String field, String message) {
    return new Rejected(ErrorReason.ERROR_REASON_FIELD_MISSING, field, message);
  }

  private static Rejected malformed(String field, String message) {
    return new Rejected(ErrorReason.ERROR_REASON_FIELD_MALFORMED, field, message);
  }
}
