package dev.tributary.local.importing;

import dev.tributary.ingestion.v1.Comment;
import dev.tributary.ingestion.v1.Comments;
import dev.tributary.ingestion.v1.Observation;
import dev.tributary.runtime.api.ProtoTimes;
import dev.tributary.type.v1.ProvenanceClass;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * Rows of comments. Each is an observation of its own, so that each row has its own verdict and a
 * later export of the same comments says of each whether it is known.
 *
 * @param cells reads times in the file's zone
 * @param fileTime when a comment was read whose row does not tell
 */
record CommentRows(Cells cells, Instant fileTime) implements RowTable<Observation> {
  static final List<Field> FIELDS =
      Stream.of(
              List.of(
                  Field.required("post_id", "1-64 of A-Z a-z 0-9 . _ : -", "emily-reel-1"),
                  Field.required("comment_id", "the platform's id", "17912345"),
                  Field.optional("text", "what was written, up to 2,200 characters", "So glowy!"),
                  Field.optional("author", "handle or id, kept as a keyed hash", "anna"),
                  Field.optional("likes", "whole number; blank is not known", "12"),
                  Field.optional("time", "when it was written", "2026-05-04T18:00:00Z"),
                  Field.optional("language", "BCP 47 tag", "en"),
                  Field.optional(
                      "observed_time",
                      "when it was read; blank is when the file was written",
                      "2026-05-10T08:00:00Z")),
              Sources.FIELDS)
          .flatMap(List::stream)
          .toList();

  @Override
  public Observation parse(CsvRow row) throws RowRejected {
    Comment.Builder comment =
        Comment.newBuilder()
            .setCommentId(row.require("comment_id"))
            .setText(row.get("text").orElse(""))
            .setAuthor(author(row))
            .setLanguageCode(row.get("language").orElse(""));
    OptionalLong likes = Cells.count(row, "likes");
    if (likes.isPresent()) {
      comment.setLikeCount(likes.getAsLong());
    }
    Optional<Instant> written = cells.optionalTime(row, "time");
    written.map(ProtoTimes::toProto).ifPresent(comment::setCreateTime);
    return Ids.identified(
        Observation.newBuilder()
            .setSource(Sources.of(row, ProvenanceClass.PROVENANCE_CLASS_CREATOR_EXPORT))
            .setObservedTime(
                ProtoTimes.toProto(cells.optionalTime(row, "observed_time").orElse(fileTime)))
            .setComments(
                Comments.newBuilder().setPostId(row.require("post_id")).addComments(comment)));
  }

  private static String author(CsvRow row) {
    String author = row.get("author").orElse("");
    return author.startsWith("@") ? author.substring(1) : author;
  }
}
