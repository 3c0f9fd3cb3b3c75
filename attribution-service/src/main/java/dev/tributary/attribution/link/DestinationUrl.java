package dev.tributary.attribution.link;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Addresses that a link may lead to. Taken apart by hand instead of by {@link java.net.URI},
 * because shops' addresses hold characters that its rules forbid and browsers accept, and an
 * address must leave us byte for byte as it came.
 */
final class DestinationUrl {
  private static final Pattern ABSOLUTE =
      Pattern.compile("(?i)https?://(?<authority>[^/?#]*).*", Pattern.DOTALL);

  /** A name or an address in brackets, and perhaps a port. */
  private static final Pattern AUTHORITY =
      Pattern.compile("(?<host>\\[[0-9A-Fa-f:.]+]|[^\\[\\]:@%<>^|\\\\]+)(:(?<port>[0-9]{0,5}))?");

  private static final int PORT_MAX = 65_535;

  private DestinationUrl() {}

  /** What is wrong with an address; empty when it may be used. Does not repeat the address. */
  static Optional<String> fault(String url) {
    if (url.codePoints().anyMatch(DestinationUrl::isUnprintable)) {
      return Optional.of("white space or a control character (expected: percent-encoded)");
    }
    Matcher absolute = ABSOLUTE.matcher(url);
    if (!absolute.matches()) {
      return Optional.of("no scheme of the web (expected: http:// or https://)");
    }
    String authority = absolute.group("authority");
    if (authority.contains("@")) {
      return Optional.of("a user name before the host (expected: none)");
    }
    Matcher parts = AUTHORITY.matcher(authority);
    if (!parts.matches() || !isPort(parts.group("port"))) {
      return Optional.of("no valid host (expected: a host, perhaps with a port)");
    }
    return Optional.empty();
  }

  private static boolean isUnprintable(int character) {
    return Character.isISOControl(character)
        || Character.isWhitespace(character)
        || Character.isSpaceChar(character);
  }

  private static boolean isPort(@Nullable String port) {
    return port == null || port.isEmpty() || Integer.parseInt(port) <= PORT_MAX;
  }
}
