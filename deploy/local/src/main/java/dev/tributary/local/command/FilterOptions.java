package dev.tributary.local.command;

import dev.tributary.metrics.v1.KpiFilter;
import dev.tributary.type.v1.ContentFormat;
import dev.tributary.type.v1.Platform;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Option;

/** What KPIs are computed over. */
final class FilterOptions {
  @Option(names = "--campaign", paramLabel = "ID", description = "Only this campaign; repeatable.")
  private List<String> campaigns = List.of();

  @Option(names = "--creator", paramLabel = "ID", description = "Only this creator; repeatable.")
  private List<String> creators = List.of();

  @Option(
      names = "--collaboration",
      paramLabel = "ID",
      description = "Only this collaboration; repeatable.")
  private List<String> collaborations = List.of();

  @Option(
      names = "--platform",
      paramLabel = "NAME",
      description = "Only this platform, such as instagram; repeatable.")
  private List<String> platforms = List.of();

  @Option(
      names = "--content",
      paramLabel = "FORMAT",
      description = "Only this format of content, such as story; repeatable.")
  private List<String> formats = List.of();

  @Option(names = "--post", paramLabel = "ID", description = "Only this post; repeatable.")
  private List<String> posts = List.of();

  /**
   * The filter as the API takes it.
   *
   * @throws IllegalArgumentException if a platform or format is none of the API's
   */
  KpiFilter toProto() {
    return KpiFilter.newBuilder()
        .addAllCampaignIds(campaigns)
        .addAllCreatorIds(creators)
        .addAllCollaborationIds(collaborations)
        .addAllPlatforms(
            platforms.stream().map(name -> Platform.valueOf(constant("PLATFORM_", name))).toList())
        .addAllFormats(
            formats.stream()
                .map(name -> ContentFormat.valueOf(constant("CONTENT_FORMAT_", name)))
                .toList())
        .addAllPostIds(posts)
        .build();
  }

  /** The only campaign asked for, or empty. */
  List<String> campaigns() {
    return campaigns;
  }

  private static String constant(String prefix, String name) {
    return prefix + name.toUpperCase(Locale.ROOT).replace('-', '_');
  }
}
