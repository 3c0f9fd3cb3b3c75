package dev.tributary.ingestion.observation;

import static dev.tributary.ingestion.testing.OpinionSamples.audienceOfAccount;
import static dev.tributary.ingestion.testing.OpinionSamples.audienceOfPost;
import static dev.tributary.ingestion.testing.OpinionSamples.comment;
import static dev.tributary.ingestion.testing.OpinionSamples.comments;
import static dev.tributary.ingestion.testing.OpinionSamples.feedback;
import static dev.tributary.ingestion.testing.OpinionSamples.mentionsOfAccount;
import static dev.tributary.ingestion.testing.OpinionSamples.mentionsOfKeyword;
import static dev.tributary.ingestion.testing.OpinionSamples.surveyResult;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import dev.tributary.ingestion.testing.TestPersons;
import dev.tributary.ingestion.v1.Comment;
import dev.tributary.ingestion.v1.ListObservationsRequest;
import dev.tributary.ingestion.v1.Observation;
import dev.tributary.runtime.database.Database;
import dev.tributary.runtime.feed.EntryTable;
import dev.tributary.runtime.group.GroupConfig;
import dev.tributary.runtime.identity.PersonKind;
import dev.tributary.runtime.log.FeedLog;
import dev.tributary.runtime.log.Positions;
import dev.tributary.runtime.testing.FixedClock;
import dev.tributary.runtime.testing.TestDatabases;
import dev.tributary.type.v1.Platform;
import dev.tributary.type.v1.Verdict;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What people are and say is recorded like all that is seen, but for who they are. */
@ParameterizedClass
@EnumSource
class OpinionsTest {
  private static final String WORKSPACE = "acme";

  private final FixedClock clock = FixedClock.at("2026-03-12T12:00:00Z");
  private final FeedLog log = new FeedLog("ingestion", clock);
  private final Database database;
  private final Observations observations;

  OpinionsTest(TestDatabases kind) {
    database = kind.open("db/log", "db/ingestion");
    observations =
        new Observations(
            database,
            new GroupConfig(1, 4_000, 8 << 20),
            log,
            TestPersons.hasher(),
            clock,
            () -> {});
  }

  @AfterEach
  void close() {
    observations.close();
    database.close();
  }

  @Test
  void every_subject_has_its_own_list() {
    assertThat(
            record(
                audienceOfAccount("o-1", "anna"),
                audienceOfPost("o-2", "post-1"),
                comments("o-3", "post-1"),
                mentionsOfAccount("o-4", "anna"),
                mentionsOfKeyword("o-5", "anna"),
                surveyResult("o-6", "spring"),
                feedback("o-7", "anna-spring")))
        .containsOnly("RECORDED");
    assertThat(ids(Subject.audienceOfAccount(Platform.PLATFORM_INSTAGRAM, "anna")))
        .containsExactly("o-1");
    assertThat(ids(Subject.audienceOfPost("post-1"))).containsExactly("o-2");
    assertThat(ids(Subject.commentsOn("post-1"))).containsExactly("o-3");
    assertThat(ids(Subject.mentionsOfAccount(Platform.PLATFORM_INSTAGRAM, "anna")))
        .containsExactly("o-4");
    assertThat(ids(Subject.mentionsOfKeyword("anna"))).containsExactly("o-5");
    assertThat(ids(Subject.surveyOf("spring"))).containsExactly("o-6");
    assertThat(ids(Subject.feedbackOn("anna-spring"))).containsExactly("o-7");
    assertThat(ids(Subject.post("post-1"))).isEmpty();
  }

  @Test
  void the_name_of_an_author_is_stored_nowhere() {
    record(comments("o-1", "post-1"), mentionsOfKeyword("o-2", "glow"));
    List<String> payloads =
        database.read(
            handle ->
                new EntryTable()
                    .after(handle, Positions.empty("ingestion"), log.head(handle), 2).stream()
                        .map(entry -> new String(entry.payload(), StandardCharsets.ISO_8859_1))
                        .toList());
    assertThat(payloads)
        .hasSize(2)
        .noneMatch(payload -> payload.toLowerCase(Locale.ROOT).contains("lindberg"));
  }

  @Test
  void one_author_has_one_key_however_the_name_is_spelt_and_wherever_it_stands() {
    record(comments("o-1", "post-1"), mentionsOfKeyword("o-2", "glow"));
    Comment comment = list(Subject.commentsOn("post-1")).get(0).getComments().getComments(0);
    ByteString key =
        ByteString.copyFrom(
            TestPersons.hasher().hash(WORKSPACE, PersonKind.HANDLE, "bo_lindberg").bytes());
    assertThat(comment.getAuthor()).isEmpty();
    assertThat(comment.getAuthorKey()).isEqualTo(key);
    assertThat(list(Subject.mentionsOfKeyword("glow")).get(0).getMentions().getMentions(0))
        .returns(key, mention -> mention.getAuthorKey());
  }

  @Test
  void a_key_that_a_caller_made_up_is_dropped() {
    Observation.Builder sent = comments("o-1", "post-1");
    sent.getCommentsBuilder()
        .getCommentsBuilder(1)
        .setAuthorKey(ByteString.copyFromUtf8("0123456789abcdef"));
    record(sent);
    assertThat(list(Subject.commentsOn("post-1")).get(0).getComments().getComments(1))
        .returns(ByteString.EMPTY, Comment::getAuthorKey);
  }

  @Test
  void a_resend_names_its_authors_again_and_another_author_is_another_content() {
    record(comments("o-1", "post-1"));
    assertThat(record(comments("o-1", "post-1"))).containsExactly("ALREADY_RECORDED");
    Observation.Builder other = comments("o-1", "post-1");
    other.getCommentsBuilder().setComments(0, comment("c-1", "cem"));
    assertThat(record(other)).containsExactly("REJECTED comments.comments[0].author_key");
  }

  @Test
  void pages_end_before_they_are_too_large_to_send() {
    record(
        IntStream.range(0, 5)
            .mapToObj(i -> withText(comments("o-" + i, "post-1"), 400))
            .toArray(Observation.Builder[]::new));
    List<Integer> sizes = new ArrayList<>();
    String token = "";
    do {
      ObservationPage page = page(Subject.commentsOn("post-1"), token);
      sizes.add(page.observations().size());
      token = page.nextToken();
    } while (!token.isEmpty());
    assertThat(sizes).containsExactly(2, 2, 1);
  }

  /** Comments of 2,200 characters each: 400 of them have about 900 kB. */
  private static Observation.Builder withText(Observation.Builder observation, int count) {
    observation.getCommentsBuilder().clearComments();
    for (int i = 0; i < count; i++) {
      observation
          .getCommentsBuilder()
          .addComments(Comment.newBuilder().setCommentId("c-" + i).setText("x".repeat(2_200)));
    }
    return observation;
  }

  private List<String> record(Observation.Builder... batch) {
    return observations
        .record(WORKSPACE, Stream.of(batch).map(Observation.Builder::build).toList(), 1)
        .join()
        .verdicts()
        .stream()
        .map(OpinionsTest::outcome)
        .toList();
  }

  private List<String> ids(Subject subject) {
    return list(subject).stream().map(Observation::getObservationId).toList();
  }

  private List<Observation> list(Subject subject) {
    return page(subject, "").observations();
  }

  private ObservationPage page(Subject subject, String token) {
    ListObservationsRequest request =
        ListObservationsRequest.newBuilder().setPageSize(100).setPageToken(token).build();
    return observations.list(WORKSPACE, subject, ObservationPaging.of(request));
  }

  private static String outcome(Verdict verdict) {
    String status = verdict.getStatus().name().replace("VERDICT_STATUS_", "");
    return verdict.hasRejection() ? status + " " + verdict.getRejection().getField() : status;
  }
}
