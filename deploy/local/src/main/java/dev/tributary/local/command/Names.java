package dev.tributary.local.command;

import dev.tributary.metrics.v1.Dimension;
import dev.tributary.metrics.v1.GroupKey;
import java.util.Locale;

/** The API's names as they are typed and shown: lower case, without prefix. */
public final class Names {
  private static final String NONE = "(several or none)";

  private Names() {}

  /**
   * A dimension by its name.
   *
   * @throws IllegalArgumentException if there is no such dimension
   */
  public static Dimension dimension(String name) {
    return Dimension.valueOf("DIMENSION_" + name.toUpperCase(Locale.ROOT));
  }

  /** What a group is called in one dimension. */
  public static String key(GroupKey key, Dimension dimension) {
    String text =
        switch (dimension) {
          case DIMENSION_CAMPAIGN -> key.getCampaignId();
          case DIMENSION_CREATOR -> key.getCreatorId();
          case DIMENSION_COLLABORATION -> key.getCollaborationId();
          case DIMENSION_PLATFORM -> plain("PLATFORM_", key.getPlatform().name());
          case DIMENSION_FORMAT -> plain("CONTENT_FORMAT_", key.getFormat().name());
          case DIMENSION_TIER -> key.getTier();
          case DIMENSION_POST -> key.getPostId();
          case DIMENSION_UNSPECIFIED, UNRECOGNIZED -> "";
        };
    return text.isEmpty() ? NONE : text;
  }

  /** An enum's name without its prefix; nothing for the unspecified one. */
  public static String plain(String prefix, String name) {
    return name.endsWith("UNSPECIFIED")
        ? ""
        : name.substring(prefix.length()).toLowerCase(Locale.ROOT);
  }
}
