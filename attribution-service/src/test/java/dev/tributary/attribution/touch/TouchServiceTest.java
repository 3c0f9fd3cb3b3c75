package dev.tributary.attribution.touch;

import static dev.tributary.attribution.Samples.statuses;
import static dev.tributary.attribution.Samples.time;
import static dev.tributary.attribution.Samples.touch;
import static dev.tributary.attribution.Samples.utm;
import static dev.tributary.attribution.TestAttribution.NOW;
import static dev.tributary.runtime.testing.Statuses.failureOf;
import static dev.tributary.runtime.testing.Statuses.reasonOf;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Timestamp;
import dev.tributary.attribution.TestAttribution;
import dev.tributary.attribution.v1.RecordTouchesRequest;
import dev.tributary.attribution.v1.RecordTouchesResponse;
import dev.tributary.attribution.v1.Touch;
import dev.tributary.attribution.v1.TouchConsent;
import dev.tributary.attribution.v1.TouchServiceGrpc;
import dev.tributary.attribution.v1.TouchServiceGrpc.TouchServiceBlockingStub;
import dev.tributary.attribution.v1.TouchType;
import dev.tributary.attribution.v1.TouchValidity;
import dev.tributary.attribution.v1.UtmParameters;
import dev.tributary.runtime.log.Positions;
import dev.tributary.runtime.server.Scope;
import dev.tributary.runtime.testing.TestDatabases;
import dev.tributary.type.v1.ErrorReason;
import dev.tributary.type.v1.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** Touches, through the whole service. */
@TestInstance(Lifecycle.PER_CLASS)
abstract class TouchServiceTest {
  private final TestAttribution service;

  TouchServiceTest(TestDatabases kind) {
    service = TestAttribution.start(kind);
  }

  @AfterAll
  void close() {
    service.close();
  }

  @Test
  void touches_are_recorded_once_however_often_they_are_sent() {
    var stub = stub();
    Touch click = touch("t1").build();
    Touch visit =
        touch("t2")
            .setType(TouchType.TOUCH_TYPE_VISIT)
            .clearLinkId()
            .clearVisitorId()
            .setCustomerId("customer-1")
            .setUtm(utm("instagram"))
            .setTest(true)
            .build();

    RecordTouchesResponse first = record(stub, click, visit, click);
    RecordTouchesResponse second = record(stub, click, visit);

    assertThat(statuses(first.getResultsList()))
        .containsExactly("RECORDED", "RECORDED", "ALREADY_RECORDED");
    assertThat(statuses(second.getResultsList()))
        .containsExactly("ALREADY_RECORDED", "ALREADY_RECORDED");
    assertThat(Positions.decode(second.getPosition()))
        .isEqualTo(Positions.decode(first.getPosition()));
  }

  @Test
  void a_position_names_only_the_shards_of_the_touches_it_answers() {
    var stub = stub();
    record(stub, touch("a").setVisitorId("v1").build());
    Positions position =
        Positions.decode(record(stub, touch("b").setVisitorId("v1").build()).getPosition());

    assertThat(position.sequences()).hasSize(1);
    assertThat(position.feed()).isEqualTo("attribution");
  }

  @Test
  void one_id_of_two_visitors_is_two_touches() {
    var stub = stub();

    assertThat(
            statuses(
                record(
                        stub,
                        touch("t1").setVisitorId("v1").build(),
                        touch("t1").setVisitorId("v2").build(),
                        touch("t1").clearVisitorId().build())
                    .getResultsList()))
        .containsExactly("RECORDED", "RECORDED", "RECORDED");
  }

  @Test
  void without_consent_a_touch_is_kept_and_its_resend_known_whoever_it_names() {
    var stub = stub();
    Touch denied =
        touch("t1")
            .setVisitorId("v1")
            .setCustomerId("c1")
            .setConsent(TouchConsent.TOUCH_CONSENT_DENIED)
            .build();

    assertThat(
            statuses(
                record(
                        stub,
                        denied,
                        denied,
                        denied.toBuilder().clearCustomerId().setVisitorId("v2").build(),
                        denied.toBuilder().setTest(true).build(),
                        denied.toBuilder().setVisitorId(" v").build())
                    .getResultsList()))
        .containsExactly(
            "RECORDED",
            "ALREADY_RECORDED",
            "ALREADY_RECORDED",
            "DUPLICATE_IN_BATCH test",
            "FIELD_MALFORMED visitor_id");
  }

  @Test
  void another_consent_for_the_same_touch_contradicts_it() {
    var stub = stub();
    Touch.Builder anonymous = touch("t1").clearVisitorId();
    record(stub, anonymous.build());

    assertThat(
            statuses(
                record(
                        stub,
                        anonymous.setConsent(TouchConsent.TOUCH_CONSENT_DENIED).build(),
                        anonymous.setConsentValue(77).build())
                    .getResultsList()))
        .containsExactly("ID_REUSED consent", "FIELD_MALFORMED consent");
  }

  @Test
  void an_id_used_for_something_else_is_refused_naming_the_first_difference() {
    var stub = stub();
    Touch original = touch("t1").setUtm(utm("instagram")).setCustomerId("c1").build();
    record(stub, original);

    List<Verdict> verdicts =
        record(
                stub,
                original.toBuilder().setType(TouchType.TOUCH_TYPE_VISIT).build(),
                original.toBuilder().setEventTime(time(NOW)).build(),
                original.toBuilder().setLinkId("bo-bio").build(),
                original.toBuilder().setUtm(utm("tiktok")).build(),
                original.toBuilder().clearUtm().build(),
                original.toBuilder().setCustomerId("c2").build(),
                original.toBuilder().clearCustomerId().build(),
                original.toBuilder().setValidity(TouchValidity.TOUCH_VALIDITY_BOT).build(),
                original.toBuilder().setTest(true).build(),
                original)
            .getResultsList();

    assertThat(statuses(verdicts))
        .containsExactly(
            "ID_REUSED type",
            "ID_REUSED event_time",
            "ID_REUSED link_id",
            "ID_REUSED utm.source",
            "ID_REUSED utm.source",
            "ID_REUSED customer_id",
            "ID_REUSED customer_id",
            "ID_REUSED validity",
            "ID_REUSED test",
            "ALREADY_RECORDED");
    assertThat(verdicts).noneMatch(verdict -> verdict.toString().contains("c2"));
  }

  @Test
  void bad_items_are_refused_with_their_reasons_and_the_rest_is_recorded() {
    var stub = stub();
    List<Verdict> verdicts =
        record(
                stub,
                touch("ok-1").build(),
                touch("").build(),
                touch("a b").build(),
                touch("type").setType(TouchType.TOUCH_TYPE_UNSPECIFIED).build(),
                touch("type").setTypeValue(99).build(),
                touch("time").clearEventTime().build(),
                touch("time").setEventTime(Timestamp.newBuilder().setNanos(-1)).build(),
                touch("time").setEventTime(Timestamp.newBuilder().setSeconds(-1)).build(),
                touch("time")
                    .setEventTime(time(NOW.plus(Duration.ofMinutes(5)).plusMillis(1)))
                    .build(),
                touch("link").setLinkId("a/b").build(),
                touch("utm").setUtm(UtmParameters.newBuilder().setContent("\u0000")).build(),
                touch("visitor").setVisitorId(" v").build(),
                touch("visitor").setVisitorId("x".repeat(256)).build(),
                touch("customer").setCustomerId("a\nb").build(),
                touch("validity").setValidityValue(99).build(),
                touch("ok-1").setTest(true).build(),
                touch("ok-2").setEventTime(time(NOW.plus(Duration.ofMinutes(5)))).build())
            .getResultsList();

    assertThat(statuses(verdicts))
        .containsExactly(
            "RECORDED",
            "FIELD_MISSING touch_id",
            "FIELD_MALFORMED touch_id",
            "FIELD_MISSING type",
            "FIELD_MALFORMED type",
            "FIELD_MISSING event_time",
            "FIELD_MALFORMED event_time",
            "OUT_OF_RANGE event_time",
            "FUTURE_TIME event_time",
            "FIELD_MALFORMED link_id",
            "FIELD_MALFORMED utm.content",
            "FIELD_MALFORMED visitor_id",
            "FIELD_MALFORMED visitor_id",
            "FIELD_MALFORMED customer_id",
            "FIELD_MALFORMED validity",
            "DUPLICATE_IN_BATCH test",
            "RECORDED");
    assertThat(statuses(record(stub, touch("ok-1").build()).getResultsList()))
        .containsExactly("ALREADY_RECORDED");
  }

  @Test
  void digits_finer_than_a_microsecond_make_no_difference() {
    var stub = stub();
    record(stub, touch("t1").setEventTime(time(NOW)).build());

    assertThat(
            statuses(
                record(stub, touch("t1").setEventTime(time(NOW).toBuilder().setNanos(999)).build())
                    .getResultsList()))
        .containsExactly("ALREADY_RECORDED");
  }

  @Test
  void empty_batches_and_those_with_more_than_a_thousand_items_fail_as_a_whole() {
    var stub = stub();
    Touch[] tooMany =
        IntStream.range(0, 1_001).mapToObj(i -> touch("t" + i).build()).toArray(Touch[]::new);

    assertThat(reasonOf(failureOf(() -> record(stub))))
        .isEqualTo(ErrorReason.ERROR_REASON_BATCH_SIZE);
    assertThat(reasonOf(failureOf(() -> record(stub, tooMany))))
        .isEqualTo(ErrorReason.ERROR_REASON_BATCH_SIZE);
    assertThat(statuses(record(stub, touch("t0").build()).getResultsList()))
        .containsExactly("RECORDED");
  }

  @Test
  void a_thousand_touches_fit_into_a_batch_and_a_resend_with_others_sorts_them_out() {
    var stub = stub();
    Touch[] first = touches(0, 1_000);
    Touch[] second = touches(500, 1_500);

    assertThat(statuses(record(stub, first).getResultsList())).containsOnly("RECORDED");
    List<String> statuses = statuses(record(stub, second).getResultsList());
    assertThat(statuses.subList(0, 500)).containsOnly("ALREADY_RECORDED");
    assertThat(statuses.subList(500, 1_000)).containsOnly("RECORDED");
  }

  @Test
  void the_same_batch_sent_by_many_at_once_is_recorded_once() {
    String workspace = TestAttribution.newWorkspace();
    Touch[] batch = touches(0, 200);
    List<String> statuses =
        IntStream.range(0, 4)
            .parallel()
            .mapToObj(
                i -> record(TouchServiceGrpc.newBlockingStub(service.channel(workspace)), batch))
            .flatMap(response -> statuses(response.getResultsList()).stream())
            .toList();

    assertThat(statuses.stream().filter("RECORDED"::equals)).hasSize(200);
    assertThat(statuses.stream().filter("ALREADY_RECORDED"::equals)).hasSize(600);
  }

  @Test
  void another_workspace_may_use_the_same_ids() {
    record(stub(), touch("t1").build());

    assertThat(statuses(record(stub(), touch("t1").setTest(true).build()).getResultsList()))
        .containsExactly("RECORDED");
  }

  @Test
  void recording_wants_the_scope_write() {
    var reader =
        TouchServiceGrpc.newBlockingStub(
            service.channel(TestAttribution.newWorkspace(), Scope.READ, Scope.FEED));

    assertThat(reasonOf(failureOf(() -> record(reader, touch("t1").build()))))
        .isEqualTo(ErrorReason.ERROR_REASON_SCOPE_MISSING);
  }

  private TouchServiceBlockingStub stub() {
    return TouchServiceGrpc.newBlockingStub(service.channel(TestAttribution.newWorkspace()));
  }

  private static Touch[] touches(int from, int to) {
    return IntStream.range(from, to)
        .mapToObj(i -> touch("t" + i).setVisitorId("visitor-" + i % 97).build())
        .toArray(Touch[]::new);
  }

  private static RecordTouchesResponse record(TouchServiceBlockingStub stub, Touch... touches) {
    return stub.recordTouches(
        RecordTouchesRequest.newBuilder().addAllTouches(List.of(touches)).build());
  }
}
