package dev.tributary.attribution.text;

import dev.tributary.runtime.api.Rejected;
import dev.tributary.type.v1.ErrorReason;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Names of hosts, in lower case and without a dot at the end. */
public final class HostName {
  private static final int CHARACTERS_MAX = 253;
  private static final Pattern HOST =
      Pattern.compile("[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?(\\.[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?)*");

  private HostName() {}

  /** The host of a field, or nothing if the field is empty. */
  public static Optional<String> parse(String field, String value) throws Rejected {
    if (value.isEmpty()) {
      return Optional.empty();
    }
    String lower = value.toLowerCase(Locale.ROOT);
    String host = lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
    if (host.length() > CHARACTERS_MAX || !HOST.matcher(host).matches()) {
      throw new Rejected(
          ErrorReason.ERROR_REASON_FIELD_MALFORMED,
          field,
          "not the name of a host (expected: for example coupons.example, without scheme and path,"
              + " at most 253 characters)");
    }
    return Optional.of(host);
  }
}
