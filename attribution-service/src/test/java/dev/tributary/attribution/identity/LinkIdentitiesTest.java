package dev.tributary.attribution.identity;

import static dev.tributary.attribution.Samples.statuses;
import static dev.tributary.attribution.identity.IdentityLinks.login;
import static dev.tributary.attribution.identity.IdentityLinks.logout;
import static dev.tributary.attribution.identity.IdentityLinks.retraction;
import static dev.tributary.runtime.testing.Statuses.failureOf;
import static dev.tributary.runtime.testing.Statuses.reasonOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.attribution.Names;
import dev.tributary.attribution.TestAttribution;
import dev.tributary.attribution.v1.IdentityLink;
import dev.tributary.attribution.v1.IdentityLinkKind;
import dev.tributary.attribution.v1.LinkIdentitiesRequest;
import dev.tributary.attribution.v1.LinkIdentitiesResponse;
import dev.tributary.attribution.v1.TouchServiceGrpc;
import dev.tributary.runtime.server.Scope;
import dev.tributary.runtime.testing.TestDatabases;
import dev.tributary.type.v1.ErrorReason;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** What callers tell of identities. */
@TestInstance(Lifecycle.PER_CLASS)
abstract class LinkIdentitiesTest {
  private static final Instant TIME = TestAttribution.NOW.minusSeconds(60);

  private final TestAttribution service;
  private final String workspace = TestAttribution.newWorkspace();

  LinkIdentitiesTest(TestDatabases kind) {
    service = TestAttribution.start(kind);
  }

  @AfterAll
  void stop() {
    service.close();
  }

  @Test
  void each_is_recorded_and_a_resend_is_known_and_answered_with_its_position() {
    IdentityLink.Builder login = login("r-1", "visitor-1", "customer-1", TIME);
    LinkIdentitiesResponse first =
        link(login, logout("r-2", "visitor-1", TIME), retraction("r-3", "visitor-1", "r-0", TIME));
    LinkIdentitiesResponse again =
        link(login, logout("r-2", "visitor-1", TIME), retraction("r-3", "visitor-1", "r-0", TIME));

    assertThat(statuses(first.getResultsList()))
        .containsExactly("RECORDED", "RECORDED", "RECORDED");
    assertThat(statuses(again.getResultsList()))
        .containsExactly("ALREADY_RECORDED", "ALREADY_RECORDED", "ALREADY_RECORDED");
    assertThat(again.getPosition()).isEqualTo(first.getPosition()).isNotEmpty();
  }

  @Test
  void an_id_is_the_visitors_own_and_other_content_contradicts_it() {
    link(login("c-1", "visitor-2", "customer-1", TIME));

    assertThat(
            statuses(
                link(
                        login("c-1", "visitor-3", "customer-2", TIME),
                        login("c-1", "visitor-2", "customer-2", TIME),
                        login("c-1", "visitor-2", "customer-1", TIME.plusSeconds(1)),
                        logout("c-1", "visitor-2", TIME),
                        login("c-2", "visitor-2", "customer-2", TIME),
                        login("c-2", "visitor-2", "customer-3", TIME))
                    .getResultsList()))
        .containsExactly(
            "RECORDED",
            "ID_REUSED customer_id",
            "ID_REUSED event_time",
            "ID_REUSED kind",
            "RECORDED",
            "DUPLICATE_IN_BATCH customer_id");
  }

  @Test
  @Names({"ErrorReason.FIELD_MISSING", "ErrorReason.FIELD_MALFORMED"})
  void what_is_missing_or_malformed_is_named() {
    assertThat(
            statuses(
                link(
                        login("", "v", "c", TIME),
                        login("m-1", "", "c", TIME),
                        login("m-2", "v", "", TIME),
                        login("m-3", "v", "c", TIME).clearEventTime(),
                        login("m-4", "v", "c", TIME)
                            .setKind(IdentityLinkKind.IDENTITY_LINK_KIND_UNSPECIFIED),
                        logout("m-5", "v", TIME).setCustomerId("c"),
                        retraction("m-6", "v", "", TIME),
                        logout("m-7", "v", TIME).setRetractedLinkId("m-6"),
                        login("m-8", "v", "c", TestAttribution.NOW.plusSeconds(301)))
                    .getResultsList()))
        .containsExactly(
            "FIELD_MISSING identity_link_id",
            "FIELD_MISSING visitor_id",
            "FIELD_MISSING customer_id",
            "FIELD_MISSING event_time",
            "FIELD_MISSING kind",
            "FIELD_MALFORMED customer_id",
            "FIELD_MISSING retracted_link_id",
            "FIELD_MALFORMED retracted_link_id",
            "FUTURE_TIME event_time");
  }

  @Test
  void an_empty_batch_and_a_credential_that_may_not_write_are_refused() {
    assertThat(reasonOf(failureOf(() -> link()))).isEqualTo(ErrorReason.ERROR_REASON_BATCH_SIZE);
    var reader = TouchServiceGrpc.newBlockingStub(service.channel(workspace, Scope.READ));
    assertThat(
            reasonOf(
                failureOf(() -> reader.linkIdentities(LinkIdentitiesRequest.getDefaultInstance()))))
        .isEqualTo(ErrorReason.ERROR_REASON_SCOPE_MISSING);
  }

  private LinkIdentitiesResponse link(IdentityLink.Builder... links) {
    var request = LinkIdentitiesRequest.newBuilder();
    List.of(links).forEach(request::addIdentityLinks);
    return TouchServiceGrpc.newBlockingStub(service.channel(workspace))
        .linkIdentities(request.build());
  }
}
