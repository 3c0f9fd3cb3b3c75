package dev.tributary.reporting.section;

import dev.tributary.ingestion.v1.Collaboration;
import dev.tributary.ingestion.v1.Deliverable;
import dev.tributary.ingestion.v1.Post;
import dev.tributary.reporting.campaign.CampaignDays;
import dev.tributary.runtime.api.ProtoTimes;
import dev.tributary.type.v1.ContentFormat;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What creators owe and what became of it.
 *
 * @param pieces one per deliverable of the campaign
 */
record Deliveries(List<Piece> pieces) {
  Deliveries {
    pieces = List.copyOf(pieces);
  }

  /**
   * One deliverable. It is delivered when it names a post, and late when that post was published
   * after the day it was due.
   *
   * @param format the format owed
   * @param due whether the day it is due has come
   * @param delivered whether it names a post
   * @param late whether it is known to be delivered late
   * @param overdue whether it is not delivered and its day has passed
   * @param lateUnknown whether it is delivered, has a due day, and nobody knows when it was
   *     published
   */
  record Piece(
      ContentFormat format,
      boolean due,
      boolean delivered,
      boolean late,
      boolean overdue,
      boolean lateUnknown) {}

  /** Deliverables of the collaborations as they stand on a day. */
  static Deliveries of(
      List<Collaboration> collaborations, List<Post> posts, CampaignDays days, LocalDate today) {
    Map<String, Post> postsById =
        posts.stream()
            .collect(Collectors.toMap(Post::getPostId, Function.identity(), (one, same) -> one));
    return new Deliveries(
        collaborations.stream()
            .flatMap(collaboration -> collaboration.getDeliverablesList().stream())
            .map(deliverable -> piece(deliverable, postsById, days, today))
            .toList());
  }

  /** Pieces that a statement holds for. */
  long count(Predicate<Piece> which) {
    return pieces.stream().filter(which).count();
  }

  /** Those of one format. */
  Deliveries of(ContentFormat format) {
    return new Deliveries(pieces.stream().filter(piece -> piece.format == format).toList());
  }

  private static Piece piece(
      Deliverable deliverable, Map<String, Post> posts, CampaignDays days, LocalDate today) {
    boolean delivered = !deliverable.getPostId().isEmpty();
    Optional<LocalDate> due =
        Optional.of(deliverable.getDueDate()).filter(day -> !day.isEmpty()).map(LocalDate::parse);
    Optional<LocalDate> published =
        Optional.ofNullable(posts.get(deliverable.getPostId()))
            .filter(Post::hasPublishTime)
            .map(post -> days.dayOf(ProtoTimes.toInstant(post.getPublishTime())));
    return new Piece(
        deliverable.getFormat(),
        due.isPresent() && !due.get().isAfter(today),
        delivered,
        due.isPresent() && published.isPresent() && published.get().isAfter(due.get()),
        due.isPresent() && !delivered && due.get().isBefore(today),
        due.isPresent() && delivered && published.isEmpty());
  }
}
