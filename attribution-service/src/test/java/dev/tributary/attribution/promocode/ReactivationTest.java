package dev.tributary.attribution.promocode;

import static dev.tributary.attribution.Samples.ANNA;
import static dev.tributary.attribution.Samples.BO;
import static dev.tributary.attribution.Samples.code;
import static dev.tributary.attribution.Samples.statuses;
import static dev.tributary.attribution.Samples.time;
import static dev.tributary.attribution.TestAttribution.NOW;
import static dev.tributary.runtime.testing.Statuses.failureOf;
import static dev.tributary.runtime.testing.Statuses.reasonOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.attribution.Names;
import dev.tributary.attribution.v1.CheckPromoCodeResponse;
import dev.tributary.attribution.v1.PromoCode;
import dev.tributary.attribution.v1.PromoCodeServiceGrpc.PromoCodeServiceBlockingStub;
import dev.tributary.runtime.testing.TestDatabases;
import dev.tributary.type.v1.ErrorReason;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A code that its creator has again, and codes that look like one that is there. */
abstract class ReactivationTest extends PromoCodeCalls {
  private static final Instant LAST_MONTH = NOW.minus(Duration.ofDays(30));
  private static final Instant LAST_WEEK = NOW.minus(Duration.ofDays(7));
  private static final Instant NEXT_WEEK = NOW.plus(Duration.ofDays(7));

  ReactivationTest(TestDatabases kind) {
    super(kind);
  }

  @Test
  void one_code_written_with_and_without_separators_is_one_code() {
    var stub = stub();
    create(stub, code("first").setCode("EMILY-10").build());

    for (String typed :
        List.of("EMILY-10", "emily10", "Emily 10", "emily_10", "e.m.i.l.y\u201310")) {
      assertThat(check(stub, typed, NOW).getPromoCode().getCodeId()).isEqualTo("first");
    }
    assertThat(create(stub, code("second").setCode("Emily 10").build(), "CODE_OVERLAPS start_time"))
        .contains("EMILY-10 (code_id first)");
  }

  @Test
  void the_same_creator_may_have_a_code_again_after_its_end_with_its_own_campaign_and_terms() {
    var stub = stub();
    create(stub, code("old").setCode("ANNA10").setEndTime(time(LAST_WEEK)).build());
    PromoCode again =
        code("new")
            .setCode("Anna-10")
            .setOwner(ANNA.toBuilder().setCollaborationId("col-2").setCampaignId("summer"))
            .setStartTime(time(LAST_WEEK))
            .build();

    assertThat(statuses(create(stub, again).getResultsList())).containsExactly("RECORDED");

    assertThat(valid(stub, LAST_WEEK.minusNanos(1_000))).isEqualTo("old");
    assertThat(valid(stub, LAST_WEEK)).isEqualTo("new");
    assertThat(get(stub, "new").getOwner().getCampaignId()).isEqualTo("summer");
    assertThat(statuses(create(stub, again).getResultsList())).containsExactly("ALREADY_RECORDED");
  }

  @Test
  void a_code_given_again_without_a_start_is_valid_from_its_creation_on() {
    var stub = stub();
    create(stub, code("old").setCode("ANNA10").setEndTime(time(LAST_WEEK)).build());
    PromoCode again = code("new").setCode("ANNA10").build();
    create(stub, again);

    assertThat(get(stub, "new").getStartTime()).isEqualTo(get(stub, "new").getCreateTime());
    assertThat(statuses(create(stub, again).getResultsList())).containsExactly("ALREADY_RECORDED");
    assertThat(valid(stub, NEXT_WEEK)).isEqualTo("new");
  }

  @Test
  void between_two_times_of_a_code_the_nearer_one_says_why_it_is_refused() {
    var stub = stub();
    create(
        stub,
        code("old").setCode("ANNA10").setEndTime(time(LAST_MONTH)).build(),
        code("new").setCode("ANNA10").setStartTime(time(NEXT_WEEK)).build());

    CheckPromoCodeResponse soonAfter = check(stub, "ANNA10", LAST_MONTH.plus(Duration.ofDays(1)));
    CheckPromoCodeResponse soonBefore = check(stub, "ANNA10", NOW);

    assertThat(soonAfter.getReason()).isEqualTo(ErrorReason.ERROR_REASON_ENDED);
    assertThat(soonAfter.getPromoCode().getCodeId()).isEqualTo("old");
    assertThat(soonBefore.getReason()).isEqualTo(ErrorReason.ERROR_REASON_NOT_STARTED);
    assertThat(soonBefore.getPromoCode().getCodeId()).isEqualTo("new");
  }

  @Test
  void a_code_switched_off_may_be_given_again_and_not_switched_on_beside_that() {
    var stub = stub();
    create(stub, code("old").setCode("ANNA10").build());
    update(stub, PromoCode.newBuilder().setCodeId("old").setDisabled(true).build(), "disabled");
    PromoCode again = code("new").setCode("ANNA10").setStartTime(time(NEXT_WEEK)).build();

    assertThat(statuses(create(stub, again).getResultsList())).containsExactly("RECORDED");
    PromoCode on = PromoCode.newBuilder().setCodeId("old").build();
    assertThat(refusal(stub, on, "disabled")).isEqualTo(ErrorReason.ERROR_REASON_CODE_OVERLAPS);
    assertThat(get(stub, "old").getDisabled()).isTrue();
  }

  @Test
  @Names("ErrorReason.CODE_KEY_TAKEN")
  void another_creator_and_the_shop_itself_never_get_a_code_that_somebody_had() {
    var stub = stub();
    create(stub, code("old").setCode("ANNA10").setEndTime(time(LAST_WEEK)).build());

    assertThat(
            create(stub, code("bo").setCode("ANNA10").setOwner(BO).build(), "CODE_KEY_TAKEN code"))
        .contains("ANNA10 (code_id old)");
    create(stub, code("shop").setCode("ANNA10").clearOwner().build(), "CODE_KEY_TAKEN code");
  }

  @Test
  void a_creator_never_gets_a_code_that_was_the_shops_and_the_shop_may_have_it_again() {
    var stub = stub();
    create(stub, code("old").setCode("SALE").clearOwner().setEndTime(time(LAST_WEEK)).build());

    create(stub, code("anna").setCode("SALE").build(), "CODE_KEY_TAKEN code");
    assertThat(
            statuses(
                create(stub, code("new").setCode("SALE").clearOwner().build()).getResultsList()))
        .containsExactly("RECORDED");
  }

  @Test
  void a_code_that_changed_hands_belongs_to_its_new_creator() {
    var stub = stub();
    create(stub, code("old").setCode("ANNA10").build());
    update(stub, PromoCode.newBuilder().setCodeId("old").setOwner(BO).build(), "owner");
    update(
        stub,
        PromoCode.newBuilder().setCodeId("old").setEndTime(time(NEXT_WEEK)).build(),
        "end_time");

    create(
        stub,
        code("anna").setCode("ANNA10").setStartTime(time(NEXT_WEEK)).build(),
        "CODE_KEY_TAKEN code");
    create(
        stub,
        code("bo").setCode("ANNA10").setOwner(BO).setStartTime(time(NEXT_WEEK)).build(),
        "RECORDED");
  }

  @Test
  @Names("ErrorReason.CODE_OVERLAPS")
  void times_that_overlap_are_refused_naming_the_other_code_and_when_it_is_valid() {
    var stub = stub();
    create(
        stub,
        code("old")
            .setCode("ANNA10")
            .setStartTime(time(LAST_WEEK))
            .setEndTime(time(NEXT_WEEK))
            .build());

    assertThat(
            create(
                stub,
                code("new")
                    .setCode("ANNA10")
                    .setStartTime(time(NEXT_WEEK.minusNanos(1_000)))
                    .build(),
                "CODE_OVERLAPS start_time"))
        .contains("code_id old", "from " + LAST_WEEK, "until " + NEXT_WEEK);
    create(stub, code("before").setCode("ANNA10").setEndTime(time(LAST_WEEK)).build(), "RECORDED");
    create(stub, code("after").setCode("ANNA10").setStartTime(time(NEXT_WEEK)).build(), "RECORDED");
  }

  @Test
  void a_change_of_start_or_end_never_reaches_into_the_time_of_another() {
    var stub = stub();
    create(
        stub,
        code("old").setCode("ANNA10").setEndTime(time(LAST_WEEK)).build(),
        code("new").setCode("ANNA10").setStartTime(time(NOW)).build());

    PromoCode later = PromoCode.newBuilder().setCodeId("old").setEndTime(time(NEXT_WEEK)).build();
    PromoCode endless = PromoCode.newBuilder().setCodeId("old").build();
    PromoCode earlier =
        PromoCode.newBuilder().setCodeId("new").setStartTime(time(LAST_MONTH)).build();
    assertThat(refusal(stub, later, "end_time")).isEqualTo(ErrorReason.ERROR_REASON_CODE_OVERLAPS);
    assertThat(refusal(stub, endless, "end_time"))
        .isEqualTo(ErrorReason.ERROR_REASON_CODE_OVERLAPS);
    assertThat(refusal(stub, earlier, "start_time"))
        .isEqualTo(ErrorReason.ERROR_REASON_CODE_OVERLAPS);

    PromoCode upToIt = PromoCode.newBuilder().setCodeId("old").setEndTime(time(NOW)).build();
    assertThat(update(stub, upToIt, "end_time").getVersion()).isEqualTo(2);
  }

  @Test
  @Names("ErrorReason.CODE_CONFUSABLE")
  void a_code_that_looks_like_a_valid_one_of_the_shop_is_refused_naming_that() {
    var stub = stub();
    create(stub, code("first").setCode("EMILY0").build());

    assertThat(create(stub, code("second").setCode("EMILYO").build(), "CODE_CONFUSABLE code"))
        .contains("EMILY0 (code_id first)");
    create(
        stub, code("other-shop").setCode("EMILYO").setStorefrontId("outlet").build(), "RECORDED");
  }

  @Test
  void a_code_that_looks_like_another_of_its_batch_is_refused() {
    assertThat(
            statuses(
                create(
                        stub(),
                        code("first").setCode("T0M").build(),
                        code("second").setCode("TOM").build(),
                        code("third").setCode("ТОМ").build())
                    .getResultsList()))
        .containsExactly("RECORDED", "CODE_CONFUSABLE code", "CODE_CONFUSABLE code");
  }

  @Test
  void a_code_may_look_like_one_that_has_ended_until_that_comes_back() {
    var stub = stub();
    create(stub, code("old").setCode("EMILY0").setEndTime(time(LAST_WEEK)).build());
    create(stub, code("new").setCode("EMILYO").build(), "RECORDED");

    PromoCode back = PromoCode.newBuilder().setCodeId("old").setEndTime(time(NEXT_WEEK)).build();
    assertThat(refusal(stub, back, "end_time")).isEqualTo(ErrorReason.ERROR_REASON_CODE_CONFUSABLE);
  }

  private static String valid(PromoCodeServiceBlockingStub stub, Instant at) {
    CheckPromoCodeResponse answer = check(stub, "ANNA10", at);
    assertThat(answer.getValid()).isTrue();
    return answer.getPromoCode().getCodeId();
  }

  /** Creates a code that ends as expected; answers the message of the refusal. */
  private static String create(PromoCodeServiceBlockingStub stub, PromoCode code, String status) {
    var results = create(stub, code).getResultsList();
    assertThat(statuses(results)).containsExactly(status);
    return results.get(0).getRejection().getMessage();
  }

  private static ErrorReason refusal(
      PromoCodeServiceBlockingStub stub, PromoCode code, String path) {
    return reasonOf(failureOf(() -> update(stub, code, path)));
  }
}
