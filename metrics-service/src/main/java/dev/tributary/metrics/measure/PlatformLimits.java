package dev.tributary.metrics.measure;

import dev.tributary.metrics.fact.ContentFormat;
import dev.tributary.metrics.fact.Platform;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What platforms do not tell about a post, whoever asks. Where nothing was read, this says why; a
 * number that somebody did read counts all the same.
 */
final class PlatformLimits {
  private static final Map<Measure, Set<Platform>> NOT_TOLD =
      Map.of(
          Measure.REACH,
          EnumSet.of(Platform.YOUTUBE, Platform.X, Platform.TWITCH, Platform.PINTEREST),
          Measure.SAVES,
          EnumSet.of(
              Platform.YOUTUBE,
              Platform.FACEBOOK,
              Platform.SNAPCHAT,
              Platform.TWITCH,
              Platform.LINKEDIN),
          Measure.SHARES,
          EnumSet.of(Platform.PINTEREST, Platform.TWITCH),
          Measure.LIKES,
          EnumSet.of(Platform.TWITCH));

  private static final Set<ContentFormat> WITHOUT_VIDEO =
      EnumSet.of(ContentFormat.IMAGE, ContentFormat.CAROUSEL, ContentFormat.TEXT);

  private PlatformLimits() {}

  /** Why a platform has no such number, if it has none. */
  static Optional<Gap> gap(Platform platform, Measure measure) {
    return NOT_TOLD.getOrDefault(measure, Set.of()).contains(platform)
        ? Optional.of(Gap.notAvailable(platform.displayName() + " gives no " + measure.id()))
        : Optional.empty();
  }

  /** Whether the number makes sense for the format; a picture has no video views to lack. */
  static boolean isApplicable(ContentFormat format, Measure measure) {
    return measure != Measure.VIDEO_VIEWS || !WITHOUT_VIDEO.contains(format);
  }
}
