package dev.tributary.local.importing;

import dev.tributary.ingestion.v1.Post;
import dev.tributary.runtime.api.ProtoTimes;
import dev.tributary.type.v1.ContentFormat;
import dev.tributary.type.v1.Platform;
import java.util.List;
import java.util.Locale;

/**
 * Rows of a list of posts. Platforms' words for formats are understood beside the API's.
 *
 * @param cells reads times in the file's zone
 */
record PostRows(Cells cells) implements RowTable<Post> {
  static final List<Field> FIELDS =
      List.of(
          Field.required("post_id", "1-64 of A-Z a-z 0-9 . _ : -", "emily-reel-1"),
          Field.required("platform", "instagram, tiktok, youtube, ...", "instagram"),
          Field.optional(
              "format", "image, carousel, short_video, long_video, story, live, text", "reel"),
          Field.optional("collaboration_id", "what it was made for", "spring-glow-emily"),
          Field.optional("native_id", "the platform's own id of the post", ""),
          Field.optional("url", "public address", ""),
          Field.optional("publish_time", "when it was published", "2026-05-03T17:00:00Z"),
          Field.optional("expire_time", "when it disappears by itself", ""),
          Field.optional("removal_time", "when it was found deleted", ""),
          Field.optional("follower_count", "followers when it was published", "48200"),
          Field.optional("caption", "up to 5,000 characters", ""),
          Field.optional("boosted", "true or false", "false"));

  @Override
  public Post parse(CsvRow row) throws RowRejected {
    Post.Builder post =
        Post.newBuilder()
            .setPostId(row.require("post_id"))
            .setCollaborationId(row.get("collaboration_id").orElse(""))
            .setPlatform(Cells.name(row, "platform", Platform.class, "PLATFORM_"))
            .setFormat(format(row, "format"))
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

  /** A form of content, in the API's words or a platform's. */
  static ContentFormat format(CsvRow row, String field) throws RowRejected {
    return switch (row.get(field).orElse("other").toLowerCase(Locale.ROOT)) {
      case "photo", "photos", "image", "ig image", "picture" -> ContentFormat.CONTENT_FORMAT_IMAGE;
      case "status", "text", "link", "links" -> ContentFormat.CONTENT_FORMAT_TEXT;
      case "video", "videos", "reel", "reels", "ig reel", "short", "shorts" ->
          ContentFormat.CONTENT_FORMAT_SHORT_VIDEO;
      case "album", "carousel_album", "ig carousel" -> ContentFormat.CONTENT_FORMAT_CAROUSEL;
      case "story", "ig story" -> ContentFormat.CONTENT_FORMAT_STORY;
      case "feed", "other" -> ContentFormat.CONTENT_FORMAT_OTHER;
      default -> Cells.name(row, field, ContentFormat.class, "CONTENT_FORMAT_");
    };
  }
}
