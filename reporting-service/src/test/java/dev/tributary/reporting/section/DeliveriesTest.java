package dev.tributary.reporting.section;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.ingestion.v1.Collaboration;
import dev.tributary.ingestion.v1.Deliverable;
import dev.tributary.ingestion.v1.Post;
import dev.tributary.reporting.campaign.CampaignDays;
import dev.tributary.reporting.section.Deliveries.Piece;
import dev.tributary.runtime.api.ProtoTimes;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeliveriesTest {
  private static final CampaignDays DAYS =
      new CampaignDays(
          LocalDate.of(2026, 4, 1), LocalDate.of(2026, 4, 30), ZoneId.of("Europe/Stockholm"));
  private static final LocalDate TODAY = LocalDate.of(2026, 4, 10);

  @Test
  void a_piece_published_on_its_day_is_on_time_and_a_day_later_is_late() {
    // 22:30 in London is half past midnight in Stockholm.
    assertThat(piece(due("2026-04-08").setPostId("p"), published("2026-04-08T21:59:59Z")).late())
        .isFalse();
    assertThat(piece(due("2026-04-08").setPostId("p"), published("2026-04-08T22:00:00Z")).late())
        .isTrue();
  }

  @Test
  void a_piece_is_overdue_from_the_day_after_it_was_due() {
    assertThat(piece(due("2026-04-10"))).isEqualTo(piece(due("2026-04-10")));
    assertThat(piece(due("2026-04-10")).overdue()).isFalse();
    assertThat(piece(due("2026-04-10")).due()).isTrue();
    assertThat(piece(due("2026-04-09")).overdue()).isTrue();
    assertThat(piece(due("2026-04-11")).due()).isFalse();
  }

  @Test
  void without_a_time_of_publication_lateness_is_unknown_and_not_denied() {
    Piece unknownPost = piece(due("2026-04-08").setPostId("elsewhere"));
    Piece unknownTime =
        piece(due("2026-04-08").setPostId("p"), Post.newBuilder().setPostId("p").build());

    assertThat(unknownPost.lateUnknown()).isTrue();
    assertThat(unknownTime.lateUnknown()).isTrue();
    assertThat(unknownTime.delivered()).isTrue();
  }

  @Test
  void a_piece_without_a_day_is_never_late() {
    Piece open = piece(Deliverable.newBuilder().setPostId("p"), published("2026-04-20T00:00:00Z"));

    assertThat(open.late()).isFalse();
    assertThat(open.lateUnknown()).isFalse();
    assertThat(open.due()).isFalse();
  }

  private static Deliverable.Builder due(String day) {
    return Deliverable.newBuilder().setDueDate(day);
  }

  private static Post published(String time) {
    return Post.newBuilder()
        .setPostId("p")
        .setPublishTime(ProtoTimes.toProto(Instant.parse(time)))
        .build();
  }

  private static Piece piece(Deliverable.Builder deliverable, Post... posts) {
    Collaboration collaboration = Collaboration.newBuilder().addDeliverables(deliverable).build();
    return Deliveries.of(List.of(collaboration), List.of(posts), DAYS, TODAY).pieces().get(0);
  }
}
