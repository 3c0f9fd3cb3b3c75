package dev.tributary.ingestion.catalog;

import static dev.tributary.ingestion.testing.CatalogSamples.aCollaboration;
import static dev.tributary.ingestion.testing.CatalogSamples.euros;
import static dev.tributary.ingestion.testing.CatalogSamples.time;
import static dev.tributary.type.v1.ErrorReason.ERROR_REASON_CURRENCY_UNKNOWN;
import static dev.tributary.type.v1.ErrorReason.ERROR_REASON_FIELD_MALFORMED;
import static dev.tributary.type.v1.ErrorReason.ERROR_REASON_FIELD_MISSING;
import static dev.tributary.type.v1.ErrorReason.ERROR_REASON_OUT_OF_RANGE;
import static dev.tributary.type.v1.ErrorReason.ERROR_REASON_TIME_ORDER;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.tributary.ingestion.testing.RuleCase;
import dev.tributary.ingestion.v1.Collaboration;
import dev.tributary.type.v1.ErrorReason;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class CollaborationRulesTest {
  @Test
  void a_collaboration_with_every_field_passes() {
    Collaboration whole = aCollaboration("anna-spring", "spring").build();
    assertThatCode(() -> CollaborationRules.check(whole)).doesNotThrowAnyException();
  }

  @Test
  void only_campaign_creator_and_status_are_needed() {
    Collaboration bare =
        aCollaboration("anna-spring", "spring")
            .clearFee()
            .clearDeliverables()
            .clearBrief()
            .clearUsageRights()
            .build();
    assertThatCode(() -> CollaborationRules.check(bare)).doesNotThrowAnyException();
  }

  @TestFactory
  Stream<DynamicTest> the_collaboration_itself_is_refused_with() {
    return refused(
        () -> aCollaboration("anna-spring", "spring"),
        List.of(
            fault(
                "no id",
                Collaboration.Builder::clearCollaborationId,
                ERROR_REASON_FIELD_MISSING,
                "collaboration_id"),
            fault(
                "no campaign",
                Collaboration.Builder::clearCampaignId,
                ERROR_REASON_FIELD_MISSING,
                "campaign_id"),
            fault(
                "no creator",
                Collaboration.Builder::clearCreatorId,
                ERROR_REASON_FIELD_MISSING,
                "creator_id"),
            fault(
                "no status",
                Collaboration.Builder::clearStatus,
                ERROR_REASON_FIELD_MISSING,
                "status"),
            fault(
                "a negative fee",
                c -> c.setFee(euros(-1)),
                ERROR_REASON_OUT_OF_RANGE,
                "fee.minor_units"),
            fault(
                "a fee without currency",
                c -> c.getFeeBuilder().clearCurrencyCode(),
                ERROR_REASON_FIELD_MISSING,
                "fee.currency_code"),
            fault(
                "a fee in an unknown currency",
                c -> c.getFeeBuilder().setCurrencyCode("EUX"),
                ERROR_REASON_CURRENCY_UNKNOWN,
                "fee.currency_code")));
  }

  @TestFactory
  Stream<DynamicTest> deliverables_are_refused_with() {
    return refused(
        () -> aCollaboration("anna-spring", "spring"),
        List.of(
            fault(
                "no id",
                c -> c.getDeliverablesBuilder(0).clearDeliverableId(),
                ERROR_REASON_FIELD_MISSING,
                "deliverables[0].deliverable_id"),
            fault(
                "an id twice",
                c -> c.addDeliverables(c.getDeliverables(0)),
                ERROR_REASON_FIELD_MALFORMED,
                "deliverables[1].deliverable_id"),
            fault(
                "no format",
                c -> c.getDeliverablesBuilder(0).clearFormat(),
                ERROR_REASON_FIELD_MISSING,
                "deliverables[0].format"),
            fault(
                "a due date that is none",
                c -> c.getDeliverablesBuilder(0).setDueDate("soon"),
                ERROR_REASON_FIELD_MALFORMED,
                "deliverables[0].due_date"),
            fault(
                "a time before 1970",
                c -> c.getDeliverablesBuilder(0).setSubmitTime(time("1969-12-31T23:59:59Z")),
                ERROR_REASON_OUT_OF_RANGE,
                "deliverables[0].submit_time"),
            fault(
                "a negative price",
                c -> c.getDeliverablesBuilder(0).setPrice(euros(-1)),
                ERROR_REASON_OUT_OF_RANGE,
                "deliverables[0].price.minor_units"),
            fault(
                "a post id of other characters",
                c -> c.getDeliverablesBuilder(0).setPostId("a/b"),
                ERROR_REASON_FIELD_MALFORMED,
                "deliverables[0].post_id"),
            fault(
                "201 of them",
                CollaborationRulesTest::with201Deliverables,
                ERROR_REASON_OUT_OF_RANGE,
                "deliverables")));
  }

  @TestFactory
  Stream<DynamicTest> briefs_and_rights_are_refused_with() {
    return refused(
        () -> aCollaboration("anna-spring", "spring"),
        List.of(
            fault(
                "a goal of 2,001 characters",
                c -> c.getBriefBuilder().setGoal("a".repeat(2_001)),
                ERROR_REASON_FIELD_MALFORMED,
                "brief.goal"),
            fault(
                "a call to action of 501 characters",
                c -> c.getBriefBuilder().setCallToAction("a".repeat(501)),
                ERROR_REASON_FIELD_MALFORMED,
                "brief.call_to_action"),
            fault(
                "an empty key message",
                c -> c.getBriefBuilder().addKeyMessages(""),
                ERROR_REASON_FIELD_MISSING,
                "brief.key_messages[1]"),
            fault(
                "a mention of 201 characters",
                c -> c.getBriefBuilder().addMustMention("a".repeat(201)),
                ERROR_REASON_FIELD_MALFORMED,
                "brief.must_mention[1]"),
            fault(
                "a hashtag with #",
                c -> c.getBriefBuilder().addHashtags("#glow"),
                ERROR_REASON_FIELD_MALFORMED,
                "brief.hashtags[1]"),
            fault(
                "51 hashtags",
                c -> c.getBriefBuilder().addAllHashtags(Collections.nCopies(50, "x")),
                ERROR_REASON_OUT_OF_RANGE,
                "brief.hashtags"),
            fault(
                "a disclosure tag with #",
                c -> c.getBriefBuilder().setDisclosureTag("#ad"),
                ERROR_REASON_FIELD_MALFORMED,
                "brief.disclosure_tag"),
            fault(
                "a channel of 101 characters",
                c -> c.getUsageRightsBuilder().addChannels("a".repeat(101)),
                ERROR_REASON_FIELD_MALFORMED,
                "usage_rights.channels[1]"),
            fault(
                "rights that end before they start",
                c -> c.getUsageRightsBuilder().setEndTime(time("2026-03-09T00:00:00Z")),
                ERROR_REASON_TIME_ORDER,
                "usage_rights.end_time"),
            fault(
                "rights that end as they start",
                c -> c.getUsageRightsBuilder().setEndTime(time("2026-03-10T00:00:00Z")),
                ERROR_REASON_TIME_ORDER,
                "usage_rights.end_time")));
  }

  private static Stream<DynamicTest> refused(
      Supplier<Collaboration.Builder> good, List<RuleCase<Collaboration.Builder>> cases) {
    return RuleCase.tests(good, CollaborationRules::check, cases.stream());
  }

  private static RuleCase<Collaboration.Builder> fault(
      String what, Consumer<Collaboration.Builder> fault, ErrorReason reason, String field) {
    return new RuleCase<>(what, fault, reason, field);
  }

  private static void with201Deliverables(Collaboration.Builder collaboration) {
    for (int i = collaboration.getDeliverablesCount(); i < 201; i++) {
      collaboration.addDeliverables(
          collaboration.getDeliverables(0).toBuilder().setDeliverableId("piece-" + i));
    }
  }
}
