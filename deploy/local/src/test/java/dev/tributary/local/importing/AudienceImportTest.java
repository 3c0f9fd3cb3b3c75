package dev.tributary.local.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.tributary.ingestion.v1.AudienceBreakdown;
import dev.tributary.ingestion.v1.AudienceBucket;
import dev.tributary.ingestion.v1.Comment;
import dev.tributary.ingestion.v1.ListObservationsRequest;
import dev.tributary.ingestion.v1.Observation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Audiences and comments. */
class AudienceImportTest {
  private static final String HEADER = "post_id,dimension,audience,part,share,count";

  @TempDir Path directory;

  private Imported suite;

  @BeforeEach
  void start() {
    suite = new Imported(directory);
  }

  @AfterEach
  void stop() {
    suite.close();
  }

  @Test
  void rows_of_one_dimension_are_one_breakdown_with_its_rest() throws IOException {
    Path file =
        suite.file(
            "audience.csv",
            HEADER,
            "reel,country,reached,DE,61.5 %,",
            "reel,age,reached,18-24,,420",
            "reel,country,reached,AT,12.25,",
            "reel,country,reached,,26.25 %,");

    assertThat(suite.runs("--kind", "audience", file.toString())).startsWith("4 recorded");

    assertThat(breakdowns("reel"))
        .anySatisfy(
            country -> {
              assertThat(country.getBucketsList())
                  .extracting(AudienceBucket::getName, AudienceBucket::getShareMillionths)
                  .containsExactly(tuple("DE", 615_000L), tuple("AT", 122_500L));
              assertThat(country.getWithheld().getShareMillionths()).isEqualTo(262_500);
            })
        .anySatisfy(age -> assertThat(age.getBuckets(0).getCount()).isEqualTo(420))
        .hasSize(2);
    assertThat(suite.runs("--kind", "audience", file.toString()))
        .startsWith("0 recorded, 0 updated, 4 already recorded");
  }

  @Test
  void a_second_rest_and_a_share_in_words_are_refused_by_line() throws IOException {
    Path file =
        suite.file(
            "audience.csv",
            HEADER,
            "reel,country,reached,,10 %,",
            "reel,country,reached,,20 %,",
            "other,country,reached,DE,most,",
            "third,country,reached,DE,90 %,");

    assertThat(suite.run("--kind", "audience", file.toString()).text())
        .startsWith("1 recorded, 0 updated, 0 already recorded, 3 refused");

    assertThat(Files.readAllLines(Path.of(file + ".rejects.csv")))
        .anyMatch(line -> line.startsWith("4,share,FIELD_MALFORMED,"))
        .anyMatch(line -> line.startsWith("2,audience_breakdown.buckets[0].name,"))
        .anyMatch(line -> line.startsWith("3,audience_breakdown.buckets[0].name,"));
  }

  @Test
  void a_comment_is_known_again_and_its_author_is_not_kept() throws IOException {
    Path file =
        suite.file(
            "comments.csv",
            "post_id,comment_id,text,author,likes,time",
            "reel,c1,\"So glowy, truly\",@anna,12,2026-05-04T18:00:00Z",
            "reel,c2,,bo,,");

    assertThat(suite.runs("--kind", "comments", file.toString())).startsWith("2 recorded");

    List<Comment> comments =
        observations(ListObservationsRequest.newBuilder().setCommentsPostId("reel")).stream()
            .flatMap(seen -> seen.getComments().getCommentsList().stream())
            .toList();
    assertThat(comments).extracting(Comment::getCommentId).containsExactlyInAnyOrder("c1", "c2");
    assertThat(comments).allMatch(comment -> comment.getAuthor().isEmpty());
    assertThat(comments).allMatch(comment -> comment.getAuthorKey().size() == 16);
    assertThat(suite.runs("--kind", "comments", file.toString()))
        .startsWith("0 recorded, 0 updated, 2 already recorded");
  }

  private List<AudienceBreakdown> breakdowns(String postId) {
    return observations(ListObservationsRequest.newBuilder().setAudiencePostId(postId)).stream()
        .map(Observation::getAudienceBreakdown)
        .toList();
  }

  private List<Observation> observations(ListObservationsRequest.Builder request) {
    return suite.peers().observations().listObservations(request.build()).getObservationsList();
  }
}
