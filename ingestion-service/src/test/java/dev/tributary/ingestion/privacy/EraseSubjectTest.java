package dev.tributary.ingestion.privacy;

import static dev.tributary.ingestion.testing.OpinionSamples.comment;
import static dev.tributary.ingestion.testing.OpinionSamples.comments;
import static dev.tributary.ingestion.testing.OpinionSamples.mentionsOfKeyword;
import static dev.tributary.runtime.testing.Statuses.failureOf;
import static dev.tributary.runtime.testing.Statuses.fieldsOf;
import static dev.tributary.runtime.testing.Statuses.reasonOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.google.protobuf.ByteString;
import dev.tributary.ingestion.testing.IngestionService;
import dev.tributary.ingestion.testing.TestPersons;
import dev.tributary.ingestion.v1.Comment;
import dev.tributary.ingestion.v1.CountProof;
import dev.tributary.ingestion.v1.EraseSubjectRequest;
import dev.tributary.ingestion.v1.EraseSubjectResponse;
import dev.tributary.ingestion.v1.ErasedFields;
import dev.tributary.ingestion.v1.ErasureReceipt;
import dev.tributary.ingestion.v1.ListObservationsRequest;
import dev.tributary.ingestion.v1.Mention;
import dev.tributary.ingestion.v1.Observation;
import dev.tributary.ingestion.v1.PrivacyServiceGrpc;
import dev.tributary.ingestion.v1.RecordObservationsRequest;
import dev.tributary.runtime.database.Database;
import dev.tributary.runtime.database.DatabaseConfig;
import dev.tributary.runtime.identity.PersonKey;
import dev.tributary.runtime.identity.PersonKind;
import dev.tributary.runtime.server.Scope;
import dev.tributary.runtime.testing.StoredText;
import dev.tributary.runtime.testing.TestDatabases;
import dev.tributary.type.v1.ErrorReason;
import dev.tributary.type.v1.Verdict;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Forgetting authors, while everything that was counted stays. */
@ParameterizedClass
@EnumSource
class EraseSubjectTest {
  private static final String ACME = "acme";
  private static final String BO = "bo_lindberg";

  private final DatabaseConfig config;
  private final IngestionService service;

  EraseSubjectTest(TestDatabases kind) {
    config = kind.fresh();
    service = IngestionService.start(config);
  }

  @AfterEach
  void close() {
    service.close();
  }

  @Test
  void a_receipt_counts_what_was_overwritten_and_proves_that_no_count_changed() {
    record(
        comments("o-1", "post-1"),
        threeComments("o-2", "post-2"),
        mentionsOfKeyword("o-3", "glow"));

    ErasureReceipt receipt = erase("e-1", BO).getReceipt();

    assertThat(receipt.getErasureId()).isEqualTo("e-1");
    assertThat(receipt.getReason()).isEqualTo("request 4711");
    assertThat(receipt.getObservations()).isEqualTo(3);
    assertThat(receipt.getErasedList())
        .extracting(ErasedFields::getName, ErasedFields::getCount)
        .containsExactly(
            tuple("comment.author", 3L),
            tuple("comment.text", 3L),
            tuple("mention.author", 1L),
            tuple("mention.url", 1L));
    assertThat(receipt.getProofsList())
        .extracting(CountProof::getName, CountProof::getBefore)
        .containsExactly(
            tuple("authors", 4L),
            tuple("comment_likes", 12L),
            tuple("comments", 5L),
            tuple("comments_with_author", 4L),
            tuple("mention_reach", 12_000L),
            tuple("mentions", 1L),
            tuple("mentions_with_author", 1L));
    assertThat(receipt.getProofsList())
        .allSatisfy(proof -> assertThat(proof.getAfter()).isEqualTo(proof.getBefore()));
    assertThat(receipt.getKeptList()).isNotEmpty().allMatch(kept -> !kept.getWhy().isEmpty());
  }

  @Test
  void the_author_is_one_tombstone_everywhere_and_the_words_are_gone() {
    record(threeComments("o-1", "post-1"), mentionsOfKeyword("o-2", "glow"));
    erase("e-1", "BO_Lindberg");

    List<Comment> comments = commentsOn("post-1").get(0).getComments().getCommentsList();
    ByteString tombstone = comments.get(0).getAuthorKey();
    assertThat(new PersonKey(tombstone.toByteArray()).isTombstone()).isTrue();
    assertThat(comments)
        .extracting(Comment::getAuthorKey, Comment::getText, Comment::getLikeCount)
        .containsExactly(
            tuple(tombstone, "", 3L),
            tuple(key("cem"), comment("c-2", "cem").getText(), 3L),
            tuple(tombstone, "", 3L));
    assertThat(mentionsOf("glow").get(0).getMentions().getMentionsList())
        .extracting(Mention::getAuthorKey, Mention::getUrl, Mention::getReach)
        .containsExactly(tuple(tombstone, "", 12_000L));
  }

  @Test
  void no_column_and_no_entry_of_the_feed_holds_even_the_hash() {
    record(threeComments("o-1", "post-1"), mentionsOfKeyword("o-2", "glow"));
    String hash = StoredText.of(key(BO).toByteArray());
    String words = StoredText.of(comment("c-1", BO).getText().getBytes(StandardCharsets.UTF_8));
    assertThat(everythingStored()).contains(hash, StoredText.of(key("cem").toByteArray()), words);

    erase("e-1", BO);

    assertThat(everythingStored())
        .contains("o-1", "o-2", StoredText.of(key("cem").toByteArray()))
        .doesNotContain(hash)
        .doesNotContain("example.com/v/");
  }

  @Test
  void a_known_erasure_is_answered_with_its_receipt_and_changes_nothing() {
    record(comments("o-1", "post-1"));
    EraseSubjectResponse first = erase("e-1", BO);
    record(comments("o-2", "post-1"));

    assertThat(erase("e-1", BO)).isEqualTo(first);
    assertThat(erase("e-1", "somebody-else")).isEqualTo(first);
    assertThat(erase("e-2", BO).getReceipt().getObservations()).isEqualTo(1);
  }

  @Test
  void somebody_unknown_is_forgotten_with_a_receipt_of_nothing() {
    record(comments("o-1", "post-1"));

    assertThat(erase("e-1", "nobody").getReceipt())
        .returns(0L, ErasureReceipt::getObservations)
        .returns(0, ErasureReceipt::getErasedCount)
        .returns(0, ErasureReceipt::getProofsCount);
  }

  @Test
  void a_resend_is_known_whatever_it_says_of_the_erased_author_and_stores_nothing_of_it() {
    record(threeComments("o-1", "post-1"), mentionsOfKeyword("o-2", "glow"));
    erase("e-1", BO);
    Observation.Builder other = threeComments("o-1", "post-1");
    other.getCommentsBuilder().getCommentsBuilder(0).setAuthor("dora").setText("Mine!");

    assertThat(record(threeComments("o-1", "post-1"), mentionsOfKeyword("o-2", "glow")))
        .containsExactly("ALREADY_RECORDED", "ALREADY_RECORDED");
    assertThat(record(other)).containsExactly("ALREADY_RECORDED");
    assertThat(erase("e-2", BO).getReceipt().getObservations()).isZero();
    assertThat(erase("e-3", "dora").getReceipt().getObservations()).isZero();
  }

  @Test
  void what_else_a_resend_changes_is_still_another_content() {
    record(threeComments("o-1", "post-1"));
    erase("e-1", BO);
    Observation.Builder likes = threeComments("o-1", "post-1");
    likes.getCommentsBuilder().getCommentsBuilder(0).setLikeCount(4);
    Observation.Builder author = threeComments("o-1", "post-1");
    author.getCommentsBuilder().getCommentsBuilder(1).setAuthor("dora");
    Observation.Builder fewer = threeComments("o-1", "post-1");
    fewer.getCommentsBuilder().removeComments(0);

    assertThat(record(likes)).containsExactly("REJECTED comments.comments[0].like_count");
    assertThat(record(author)).containsExactly("REJECTED comments.comments[1].author_key");
    assertThat(record(fewer).get(0)).startsWith("REJECTED comments.comments");
  }

  @Test
  void another_observation_of_the_same_comment_is_of_somebody_new_who_can_be_erased_again() {
    record(comments("o-1", "post-1"));
    erase("e-1", BO);
    record(comments("o-2", "post-1"));

    assertThat(commentsOn("post-1"))
        .extracting(each -> each.getComments().getComments(0).getAuthorKey())
        .contains(key(BO));
    assertThat(erase("e-2", BO).getReceipt().getObservations()).isEqualTo(1);
    assertThat(everythingStored()).doesNotContain(StoredText.of(key(BO).toByteArray()));
  }

  @Test
  void another_workspaces_person_of_the_same_name_is_left() {
    record(comments("o-1", "post-1"));
    service.observations("globex").recordObservations(batch(comments("o-1", "post-1")));
    erase("e-1", BO);

    assertThat(
            service
                .observations("globex")
                .listObservations(onPost("post-1"))
                .getObservations(0)
                .getComments()
                .getComments(0)
                .getText())
        .isNotEmpty();
  }

  @Test
  void nothing_of_a_person_is_lost_or_left_by_an_erasure_in_the_middle_of_a_rush()
      throws InterruptedException, ExecutionException {
    ExecutorService senders = Executors.newFixedThreadPool(4);
    try {
      List<Future<?>> sent = new ArrayList<>();
      for (int sender = 0; sender < 4; sender++) {
        String name = "-" + sender + "-";
        sent.add(
            senders.submit(
                () -> {
                  for (int i = 0; i < 30; i++) {
                    record(comments("o" + name + i, "post" + name + i));
                  }
                }));
      }
      long erased = 0;
      for (int i = 0; i < 5; i++) {
        erased += erase("e-" + i, BO).getReceipt().getObservations();
      }
      for (Future<?> each : sent) {
        each.get();
      }
      erased += erase("e-last", BO).getReceipt().getObservations();
      assertThat(erased).isEqualTo(120);
      assertThat(everythingStored()).doesNotContain(StoredText.of(key(BO).toByteArray()));
    } finally {
      senders.shutdown();
    }
  }

  @Test
  void what_is_missing_or_malformed_fails_the_call_without_naming_anybody() {
    assertThat(refusedField(request("", BO))).isEqualTo("erasure_id");
    assertThat(refusedField(request("e-1", ""))).isEqualTo("author");
    assertThat(refusedField(request("e-1", "@" + BO))).isEqualTo("author");
    assertThat(refusedField(request("e-1", BO).setReason("two\nlines"))).isEqualTo("reason");
    assertThat(failureOf(() -> erase(ACME, request("e-1", "@" + BO))).toString())
        .doesNotContain(BO);
  }

  @Test
  void a_credential_that_may_not_write_is_refused() {
    var reader = PrivacyServiceGrpc.newBlockingStub(service.channel(ACME, Scope.READ));

    assertThat(reasonOf(failureOf(() -> reader.eraseSubject(request("e-1", BO).build()))))
        .isEqualTo(ErrorReason.ERROR_REASON_SCOPE_MISSING);
  }

  /** Two comments of Bo's around one of Cem's. */
  private static Observation.Builder threeComments(String id, String postId) {
    Observation.Builder observation = comments(id, postId);
    observation
        .getCommentsBuilder()
        .clearComments()
        .addComments(comment("c-1", "Bo_Lindberg"))
        .addComments(comment("c-2", "cem"))
        .addComments(comment("c-3", BO));
    return observation;
  }

  private String refusedField(EraseSubjectRequest.Builder request) {
    return fieldsOf(failureOf(() -> erase(ACME, request))).get(0);
  }

  private EraseSubjectResponse erase(String erasureId, String author) {
    return erase(ACME, request(erasureId, author));
  }

  private EraseSubjectResponse erase(String workspace, EraseSubjectRequest.Builder request) {
    return PrivacyServiceGrpc.newBlockingStub(service.channel(workspace))
        .eraseSubject(request.build());
  }

  private static EraseSubjectRequest.Builder request(String erasureId, String author) {
    return EraseSubjectRequest.newBuilder()
        .setErasureId(erasureId)
        .setAuthor(author)
        .setReason("request 4711");
  }

  private List<String> record(Observation.Builder... observations) {
    return service
        .observations(ACME)
        .recordObservations(batch(observations))
        .getResultsList()
        .stream()
        .map(EraseSubjectTest::outcome)
        .toList();
  }

  private static RecordObservationsRequest batch(Observation.Builder... observations) {
    return RecordObservationsRequest.newBuilder()
        .addAllObservations(Stream.of(observations).map(Observation.Builder::build).toList())
        .build();
  }

  private static String outcome(Verdict verdict) {
    String status = verdict.getStatus().name().replace("VERDICT_STATUS_", "");
    return verdict.hasRejection() ? status + " " + verdict.getRejection().getField() : status;
  }

  private List<Observation> commentsOn(String postId) {
    return service.observations(ACME).listObservations(onPost(postId)).getObservationsList();
  }

  private List<Observation> mentionsOf(String keyword) {
    return service
        .observations(ACME)
        .listObservations(ListObservationsRequest.newBuilder().setMentionsKeyword(keyword).build())
        .getObservationsList();
  }

  private static ListObservationsRequest onPost(String postId) {
    return ListObservationsRequest.newBuilder().setCommentsPostId(postId).build();
  }

  private static ByteString key(String author) {
    return ByteString.copyFrom(TestPersons.hasher().hash(ACME, PersonKind.HANDLE, author).bytes());
  }

  /** All columns of all tables as text; bytes as the characters that they would be. */
  private String everythingStored() {
    try (Database database = Database.open(config, "db/log", "db/ingestion")) {
      return StoredText.of(database);
    }
  }
}
