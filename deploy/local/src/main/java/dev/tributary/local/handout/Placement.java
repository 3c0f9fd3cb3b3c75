package dev.tributary.local.handout;

import static dev.tributary.type.v1.Platform.PLATFORM_FACEBOOK;
import static dev.tributary.type.v1.Platform.PLATFORM_INSTAGRAM;
import static dev.tributary.type.v1.Platform.PLATFORM_LINKEDIN;
import static dev.tributary.type.v1.Platform.PLATFORM_OTHER;
import static dev.tributary.type.v1.Platform.PLATFORM_PINTEREST;
import static dev.tributary.type.v1.Platform.PLATFORM_SNAPCHAT;
import static dev.tributary.type.v1.Platform.PLATFORM_TWITCH;
import static dev.tributary.type.v1.Platform.PLATFORM_X;
import static dev.tributary.type.v1.Platform.PLATFORM_YOUTUBE;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import dev.tributary.type.v1.Platform;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Where a link can be published so that people can tap it, by platform. A link in a caption on
 * Instagram or TikTok is plain text there: it would be handed out and never bring a click.
 */
enum Placement {
  /** The address in the profile. */
  BIO(EnumSet.complementOf(EnumSet.of(PLATFORM_OTHER, Platform.PLATFORM_UNSPECIFIED))),
  /** A sticker on a story. */
  STORY_STICKER(EnumSet.of(PLATFORM_INSTAGRAM, PLATFORM_FACEBOOK, PLATFORM_SNAPCHAT)),
  /** The text below a video or a stream. */
  DESCRIPTION(EnumSet.of(PLATFORM_YOUTUBE, PLATFORM_TWITCH)),
  /** A comment that stays on top. */
  PINNED_COMMENT(EnumSet.of(PLATFORM_YOUTUBE, PLATFORM_FACEBOOK)),
  /** The text of a post. */
  CAPTION(EnumSet.of(PLATFORM_FACEBOOK, PLATFORM_X, PLATFORM_LINKEDIN, PLATFORM_PINTEREST)),
  /** A QR code in the picture, on packaging, or on a stage. */
  QR(EnumSet.complementOf(EnumSet.of(Platform.PLATFORM_UNSPECIFIED)));

  private final ImmutableSet<Platform> platforms;

  Placement(Set<Platform> platforms) {
    this.platforms = Sets.immutableEnumSet(platforms);
  }

  /** Whether people can follow a link there. */
  boolean isClickableOn(Platform platform) {
    return platforms.contains(platform);
  }

  /** All placements that can be followed on a platform. */
  static List<Placement> on(Platform platform) {
    return Arrays.stream(values()).filter(place -> place.isClickableOn(platform)).toList();
  }

  /** As it is typed, and as the link keeps it, for example {@code story-sticker}. */
  String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * The placement of that id.
   *
   * @throws IllegalArgumentException if there is none
   */
  static Placement of(String id) {
    return Arrays.stream(values())
        .filter(place -> place.id().equals(id.strip().toLowerCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "--placement: '%s' (expected: %s)".formatted(id, ids(List.of(values())))));
  }

  /** Ids, divided by commas. */
  static String ids(Collection<Placement> placements) {
    return placements.stream().map(Placement::id).collect(Collectors.joining(", "));
  }
}
