package dev.tributary.local.command;

import dev.tributary.attribution.v1.ConversionType;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A conversion's type as it is typed.
 *
 * @param type the goal
 * @param customName name of a custom goal; empty otherwise
 */
record TypeName(ConversionType type, String customName) {
  /** Before the name of a custom goal. */
  private static final String CUSTOM = "custom:";

  /**
   * A type by its name, for example {@code subscription_start} or {@code custom:NAME}.
   *
   * @throws IllegalArgumentException if there is no such type
   */
  static TypeName of(String given) {
    String name = given.startsWith(CUSTOM) ? "CUSTOM" : given.toUpperCase(Locale.ROOT);
    ConversionType type =
        Arrays.stream(ConversionType.values())
            .filter(each -> each.name().equals("CONVERSION_TYPE_" + name))
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("--type: " + given));
    return new TypeName(type, given.startsWith(CUSTOM) ? given.substring(CUSTOM.length()) : "");
  }

  /** Every type that is no custom one, a purchase first. */
  static List<TypeName> all() {
    return Stream.concat(
            Stream.of(ConversionType.CONVERSION_TYPE_PURCHASE),
            Arrays.stream(ConversionType.values())
                .filter(type -> type != ConversionType.CONVERSION_TYPE_PURCHASE)
                .filter(type -> type != ConversionType.CONVERSION_TYPE_UNSPECIFIED)
                .filter(type -> type != ConversionType.CONVERSION_TYPE_CUSTOM)
                .filter(type -> type != ConversionType.UNRECOGNIZED))
        .map(type -> new TypeName(type, ""))
        .toList();
  }

  /** As it is typed. */
  @Override
  public String toString() {
    return customName.isEmpty()
        ? Names.plain("CONVERSION_TYPE_", type.name())
        : CUSTOM + customName;
  }
}
