package dev.tributary.local.demo.world;

import dev.tributary.ingestion.v1.DisclosureState;
import dev.tributary.ingestion.v1.Post;
import dev.tributary.runtime.api.ProtoTimes;
import dev.tributary.type.v1.ContentFormat;
import dev.tributary.type.v1.Platform;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the creators publish: five to seven pieces each. */
final class Posts {
  private static final int PER_CREATOR_MIN = 5;
  private static final int PER_CREATOR_MAX = 7;
  private static final int STORIES_WITHOUT_FINAL = 6;
  private static final int DELETED_POST = 40;

  private Posts() {}

  static List<DemoPost> of(List<DemoCreator> creators, Calendar calendar, long seed) {
    Chance chance = Chance.of(seed, "posts");
    List<DemoPost> posts = new ArrayList<>();
    int stories = 0;
    for (DemoCreator creator : creators) {
      int count = chance.between(PER_CREATOR_MIN, PER_CREATOR_MAX);
      for (int i = 0; i < count; i++) {
        ContentFormat format = format(creator.platform(), i);
        boolean missed =
            format == ContentFormat.CONTENT_FORMAT_STORY && stories++ < STORIES_WITHOUT_FINAL;
        posts.add(post(posts.size() + 1, creator, format, missed, calendar, chance));
      }
    }
    return List.copyOf(posts);
  }

  private static DemoPost post(
      int number,
      DemoCreator creator,
      ContentFormat format,
      boolean finalMissed,
      Calendar calendar,
      Chance chance) {
    boolean story = format == ContentFormat.CONTENT_FORMAT_STORY;
    Instant published = calendar.during(day(creator, calendar, chance), chance);
    double share = story ? 0.08 : chance.around(0.2, 0.5);
    boolean likesHidden =
        creator.platform() == Platform.PLATFORM_INSTAGRAM && !story && chance.happens(0.06);
    return new DemoPost(
        "post-%03d".formatted(number),
        creator,
        format,
        published,
        Math.max(40, Math.round(creator.followers() * share * creator.pull())),
        creator.tier().engagementRate * chance.around(1, 0.25),
        likesHidden,
        number == DELETED_POST ? Optional.of(published.plus(Duration.ofDays(2))) : Optional.empty(),
        finalMissed,
        !story && number % 37 == 0);
  }

  private static LocalDate day(DemoCreator creator, Calendar calendar, Chance chance) {
    LocalDate start = creator.sells() ? calendar.salesStart() : calendar.awarenessStart();
    LocalDate end = creator.sells() ? calendar.salesEnd() : calendar.awarenessEnd();
    int days = (int) (end.toEpochDay() - start.toEpochDay());
    return start.plusDays(chance.between(0, days - 1));
  }

  private static ContentFormat format(Platform platform, int index) {
    return switch (platform) {
      case PLATFORM_TIKTOK -> ContentFormat.CONTENT_FORMAT_SHORT_VIDEO;
      case PLATFORM_YOUTUBE ->
          index % 3 == 0
              ? ContentFormat.CONTENT_FORMAT_LONG_VIDEO
              : ContentFormat.CONTENT_FORMAT_SHORT_VIDEO;
      case PLATFORM_FACEBOOK ->
          index % 2 == 0
              ? ContentFormat.CONTENT_FORMAT_IMAGE
              : ContentFormat.CONTENT_FORMAT_SHORT_VIDEO;
      default ->
          switch (index % 4) {
            case 0 -> ContentFormat.CONTENT_FORMAT_SHORT_VIDEO;
            case 1 -> ContentFormat.CONTENT_FORMAT_STORY;
            case 2 -> ContentFormat.CONTENT_FORMAT_CAROUSEL;
            default -> ContentFormat.CONTENT_FORMAT_IMAGE;
          };
    };
  }

  /** The post as the catalogue takes it. */
  static Post toProto(DemoPost post) {
    Post.Builder proto =
        Post.newBuilder()
            .setPostId(post.id())
            .setCollaborationId(post.creator().collaborationId())
            .setPlatform(post.creator().platform())
            .setFormat(post.format())
            .setNativeId("native-" + post.id())
            .setPublishTime(ProtoTimes.toProto(post.published()))
            .setFollowerCount(post.creator().followers())
            .setDisclosure(DisclosureState.DISCLOSURE_STATE_PLATFORM_LABEL)
            .setCaption("With " + post.creator().campaignId() + " #ad");
    post.expires().map(ProtoTimes::toProto).ifPresent(proto::setExpireTime);
    post.removal().map(ProtoTimes::toProto).ifPresent(proto::setRemovalTime);
    return proto.build();
  }
}
