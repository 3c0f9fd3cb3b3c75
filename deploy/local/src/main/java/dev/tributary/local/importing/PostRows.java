package dev.tributary.local.importing;

import dev.tributary.ingestion.v1.Post;
import dev.tributary.runtime.api.ProtoTimes;
import dev.tributary.type.v1.ContentFormat;
import dev.tributary.type.v1.Platform;
import java.util.Locale;
import java.util.Set;

/**
 * Rows of a list of posts. Platforms' words for formats are understood beside the API's.
 *
 * @param cells reads times in the file's zone
 */
record PostRows(Cells cells) {
  /** The fields of a post; all others that are mapped are metrics. */
  static final Set<String> FIELDS =
      Set.of(
          "post_id",
          "collaboration_id",
          "platform",
          "format",
          "native_id",
          "url",
          "publish_time",
          "expire_time",
          "removal_time",
          "follower_count",
          "caption",
          "boosted",
          "observed_time",
          "provenance",
          "system");

  /** The row as a post. */
  Post parse(CsvRow row) throws RowRejected {
    Post.Builder post =
        Post.newBuilder()
            .setPostId(row.require("post_id"))
            .setCollaborationId(row.get("collaboration_id").orElse(""))
            .setPlatform(Cells.name(row, "platform", Platform.class, "PLATFORM_"))
            .setFormat(format(row))
            .setNativeId(row.get("native_id").orElse(""))
            .setUrl(row.get("url").orElse(""))
            .setCaption(row.get("caption").orElse(""))
            .setBoosted(Cells.truth(row, "boosted"));
    cells
        .optionalTime(row, "publish_time")
        .map(ProtoTimes::toProto)
        .ifPresent(post::setPublishTime);
    cells.optionalTime(row, "expire_time").map(ProtoTimes::toProto).ifPresent(post::setExpireTime);
    cells
        .optionalTime(row, "removal_time")
        .map(ProtoTimes::toProto)
        .ifPresent(post::setRemovalTime);
    Cells.count(row, "follower_count").ifPresent(post::setFollowerCount);
    return post.build();
  }

  private static ContentFormat format(CsvRow row) throws RowRejected {
    return switch (row.get("format").orElse("other").toLowerCase(Locale.ROOT)) {
      case "photo", "image", "picture" -> ContentFormat.CONTENT_FORMAT_IMAGE;
      case "status", "text", "link" -> ContentFormat.CONTENT_FORMAT_TEXT;
      case "video", "reel", "short", "shorts" -> ContentFormat.CONTENT_FORMAT_SHORT_VIDEO;
      case "album", "carousel_album" -> ContentFormat.CONTENT_FORMAT_CAROUSEL;
      case "other" -> ContentFormat.CONTENT_FORMAT_OTHER;
      default -> Cells.name(row, "format", ContentFormat.class, "CONTENT_FORMAT_");
    };
  }
}
