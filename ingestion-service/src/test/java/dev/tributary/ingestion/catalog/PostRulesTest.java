package dev.tributary.ingestion.catalog;

import static dev.tributary.ingestion.testing.CatalogSamples.aPost;
import static dev.tributary.ingestion.testing.CatalogSamples.time;
import static dev.tributary.type.v1.ErrorReason.ERROR_REASON_FIELD_MALFORMED;
import static dev.tributary.type.v1.ErrorReason.ERROR_REASON_FIELD_MISSING;
import static dev.tributary.type.v1.ErrorReason.ERROR_REASON_OUT_OF_RANGE;
import static dev.tributary.type.v1.ErrorReason.ERROR_REASON_TIME_ORDER;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.tributary.ingestion.testing.RuleCase;
import dev.tributary.ingestion.v1.DisclosureState;
import dev.tributary.ingestion.v1.Post;
import dev.tributary.type.v1.ErrorReason;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class PostRulesTest {
  @Test
  void a_post_with_every_field_passes() {
    Post whole =
        aPost("post-1", "anna-spring")
            .setRemovalTime(time("2026-03-10T09:00:00Z"))
            .setDisclosure(DisclosureState.DISCLOSURE_STATE_CAPTION_TAG)
            .build();
    assertThatCode(() -> PostRules.check(whole)).doesNotThrowAnyException();
  }

  @Test
  void only_platform_and_format_are_needed() {
    Post bare =
        aPost("post-1", "")
            .clearNativeId()
            .clearUrl()
            .clearPublishTime()
            .clearExpireTime()
            .clearFollowerCount()
            .clearCaption()
            .build();
    assertThatCode(() -> PostRules.check(bare)).doesNotThrowAnyException();
  }

  @TestFactory
  Stream<DynamicTest> refused_with() {
    return refused(
        () -> aPost("post-1", "anna-spring"),
        List.of(
            fault("no id", Post.Builder::clearPostId, ERROR_REASON_FIELD_MISSING, "post_id"),
            fault(
                "a collaboration id of other characters",
                p -> p.setCollaborationId("a b"),
                ERROR_REASON_FIELD_MALFORMED,
                "collaboration_id"),
            fault(
                "no platform", Post.Builder::clearPlatform, ERROR_REASON_FIELD_MISSING, "platform"),
            fault("no format", Post.Builder::clearFormat, ERROR_REASON_FIELD_MISSING, "format"),
            fault(
                "a native id of 256 bytes",
                p -> p.setNativeId("a".repeat(256)),
                ERROR_REASON_FIELD_MALFORMED,
                "native_id"),
            fault(
                "an address with a space",
                p -> p.setUrl("https://x.example/a b"),
                ERROR_REASON_FIELD_MALFORMED,
                "url"),
            fault(
                "an address of 2,001 characters",
                p -> p.setUrl("a".repeat(2_001)),
                ERROR_REASON_FIELD_MALFORMED,
                "url"),
            fault(
                "a time with two seconds of nanoseconds",
                p -> p.getPublishTimeBuilder().setNanos(2_000_000_000),
                ERROR_REASON_FIELD_MALFORMED,
                "publish_time"),
            fault(
                "an expiry before its publication",
                p -> p.setExpireTime(time("2026-03-10T08:59:59Z")),
                ERROR_REASON_TIME_ORDER,
                "expire_time"),
            fault(
                "a removal before its publication",
                p -> p.setRemovalTime(time("2026-03-10T08:59:59Z")),
                ERROR_REASON_TIME_ORDER,
                "removal_time"),
            fault(
                "negative followers",
                p -> p.setFollowerCount(-1),
                ERROR_REASON_OUT_OF_RANGE,
                "follower_count"),
            fault(
                "an unknown disclosure",
                p -> p.setDisclosureValue(99),
                ERROR_REASON_FIELD_MALFORMED,
                "disclosure"),
            fault(
                "a caption of 5,001 characters",
                p -> p.setCaption("a".repeat(5_001)),
                ERROR_REASON_FIELD_MALFORMED,
                "caption")));
  }

  private static Stream<DynamicTest> refused(
      Supplier<Post.Builder> good, List<RuleCase<Post.Builder>> cases) {
    return RuleCase.tests(good, PostRules::check, cases.stream());
  }

  private static RuleCase<Post.Builder> fault(
      String what, Consumer<Post.Builder> fault, ErrorReason reason, String field) {
    return new RuleCase<>(what, fault, reason, field);
  }
}
