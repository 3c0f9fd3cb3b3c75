package dev.tributary.local.importing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The exports that are known. */
final class Presets {
  static final List<String> NAMES =
      List.of(
          "instagram-insights",
          "facebook-page-posts",
          "youtube-analytics",
          "youtube-reporting",
          "tiktok-business",
          "x-organic",
          "pinterest",
          "ga4-traffic",
          "shopify-orders",
          "shopify-refunds",
          "woocommerce-orders");

  private Presets() {}

  /**
   * The preset of a name.
   *
   * @throws IllegalArgumentException listing the names when there is none
   */
  static Preset of(String name) {
    if (!NAMES.contains(name)) {
      throw new IllegalArgumentException(
          "--preset: '%s' (expected: one of %s)".formatted(name, String.join(", ", NAMES)));
    }
    return PresetFile.read(name);
  }

  /** A table of all of them, for people. */
  static List<String> list() {
    List<String> lines = new ArrayList<>();
    for (String name : NAMES) {
      Preset preset = of(name);
      lines.add(
          String.format(
              Locale.ROOT,
              "%-20s %-8s %s",
              name,
              preset.kind().name().toLowerCase(Locale.ROOT),
              preset.about()));
      lines.add(" ".repeat(30) + preset.source() + ", as known in " + preset.asOf());
    }
    return lines;
  }
}
