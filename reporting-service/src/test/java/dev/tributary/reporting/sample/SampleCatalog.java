package dev.tributary.reporting.sample;

import dev.tributary.ingestion.v1.Collaboration;
import dev.tributary.ingestion.v1.CollaborationStatus;
import dev.tributary.ingestion.v1.Creator;
import dev.tributary.ingestion.v1.Deliverable;
import dev.tributary.ingestion.v1.DisclosureState;
import dev.tributary.ingestion.v1.Post;
import dev.tributary.runtime.api.ProtoTimes;
import dev.tributary.type.v1.ContentFormat;
import dev.tributary.type.v1.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Creators of the sample, their collaborations and posts. */
final class SampleCatalog {
  static final List<String> NAMES =
      List.of(
          "Åsa Lindqvist",
          "Marco Bianchi",
          "Nora El-Sayed",
          "Jonas Weber",
          "Mei Tanaka",
          "Zuzanna Kowalczyk-Wiśniewska",
          "Ella Sørensen",
          "Tom O'Hara & Sons",
          "نگار رضایی",
          "Luca | Studio *Mare*",
          "Sofia Almeida",
          "Ida Karlsson",
          "Pierre Dubois",
          "Ida Karlsson");

  private static final Instant FIRST = Instant.parse("2026-04-07T16:00:00Z");

  private SampleCatalog() {}

  static String creatorId(int i) {
    return "creator-%02d".formatted(i);
  }

  static List<Creator> creators() {
    return IntStream.range(0, NAMES.size())
        .mapToObj(
            i ->
                Creator.newBuilder()
                    .setCreatorId(creatorId(i))
                    .setDisplayName(NAMES.get(i))
                    .build())
        .toList();
  }

  static List<Collaboration> collaborations() {
    return IntStream.range(0, NAMES.size()).mapToObj(SampleCatalog::collaboration).toList();
  }

  /** Posts three days apart; stories expired, one post gone, one of unknown time. */
  static List<Post> posts(List<PostsOf> counts) {
    List<Post> posts = new ArrayList<>();
    for (PostsOf count : counts) {
      int creator = Integer.parseInt(count.creatorId().substring("creator-".length()));
      for (int n = 0; n < count.posts(); n++) {
        posts.add(post(creator, n, count));
      }
    }
    return posts;
  }

  private static Post post(int creator, int n, PostsOf count) {
    Instant published = FIRST.plus(3L * n + creator % 4, ChronoUnit.DAYS);
    Post.Builder post =
        Post.newBuilder()
            .setPostId("post-%d-%d".formatted(creator, n))
            .setCollaborationId("collaboration-" + creator)
            .setPlatform(count.platform())
            .setDisclosure(
                creator == 9
                    ? DisclosureState.DISCLOSURE_STATE_MISSING
                    : DisclosureState.DISCLOSURE_STATE_PLATFORM_LABEL);
    if (creator != 12 || n != 1) {
      post.setPublishTime(ProtoTimes.toProto(published));
    }
    if (n == 3) {
      post.setExpireTime(ProtoTimes.toProto(published.plus(1, ChronoUnit.DAYS)));
    }
    if (creator == 6 && n == 0) {
      post.setRemovalTime(ProtoTimes.toProto(published.plus(9, ChronoUnit.DAYS)));
    }
    return post.build();
  }

  private static Collaboration collaboration(int i) {
    Collaboration.Builder collaboration =
        Collaboration.newBuilder()
            .setCollaborationId("collaboration-" + i)
            .setCampaignId(SampleCampaign.ID)
            .setCreatorId(creatorId(i))
            .setStatus(
                i % 5 == 4
                    ? CollaborationStatus.COLLABORATION_STATUS_COMPLETED
                    : CollaborationStatus.COLLABORATION_STATUS_LIVE);
    if (i != 7) {
      collaboration.setFee(
          Money.newBuilder()
              .setCurrencyCode(i == 2 ? "SEK" : "EUR")
              .setMinorUnits(i == 2 ? 4_800_000 : 500_000 - 29_000L * i));
    }
    for (int n = 0; n < 4; n++) {
      collaboration.addDeliverables(deliverable(i, n));
    }
    return collaboration.build();
  }

  private static Deliverable deliverable(int i, int n) {
    LocalDate due = LocalDate.of(2026, 4, 8).plusDays(3L * n + 2);
    return Deliverable.newBuilder()
        .setDeliverableId("deliverable-" + n)
        .setFormat(
            n == 3
                ? ContentFormat.CONTENT_FORMAT_STORY
                : i % 3 == 2
                    ? ContentFormat.CONTENT_FORMAT_LONG_VIDEO
                    : ContentFormat.CONTENT_FORMAT_SHORT_VIDEO)
        .setDueDate(due.toString())
        .setPostId(i == 10 && n > 1 ? "" : "post-%d-%d".formatted(i, n))
        .build();
  }
}
