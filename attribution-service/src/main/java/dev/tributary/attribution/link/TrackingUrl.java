package dev.tributary.attribution.link;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Builds the address that a creator publishes: the destination with the link's UTM parameters, in
 * the order source, medium, campaign, term, content, id, and then {@code trb=<link_id>}, all before
 * the fragment. Everything else of the destination stays byte for byte and in its order.
 */
public final class TrackingUrl {
  /** The parameter that carries the link's id back to us. */
  static final String LINK_PARAMETER = "trb";

  private static final String UTM_PREFIX = "utm_";
  private static final String UNRESERVED =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";

  private TrackingUrl() {}

  /**
   * The address to publish for a link.
   *
   * <p>A link that has UTM parameters replaces all that the destination has, also those it does not
   * set itself, since a mixture of both would name a campaign that nobody planned. A link without
   * any leaves the destination's alone.
   */
  public static String of(Link link) {
    return of(link.destinationUrl(), link.utm(), link.linkId());
  }

  /** The same for the parts of a link. */
  static String of(String destinationUrl, UtmParameters utm, String linkId) {
    int fragmentAt = indexOrEnd(destinationUrl, '#');
    String address = destinationUrl.substring(0, fragmentAt);
    int queryAt = indexOrEnd(address, '?');
    String query = queryAt < address.length() ? address.substring(queryAt + 1) : "";
    String kept = kept(query, !utm.isEmpty());
    String separator = kept.isEmpty() || kept.endsWith("&") ? "" : "&";
    return address.substring(0, queryAt)
        + "?"
        + kept
        + separator
        + String.join("&", added(utm, linkId))
        + destinationUrl.substring(fragmentAt);
  }

  private static String kept(String query, boolean withoutUtm) {
    return Stream.of(query.split("&", -1))
        .filter(parameter -> !isReplaced(parameter, withoutUtm))
        .collect(Collectors.joining("&"));
  }

  private static boolean isReplaced(String parameter, boolean withoutUtm) {
    String name = name(parameter);
    return name.equals(LINK_PARAMETER) || (withoutUtm && name.startsWith(UTM_PREFIX));
  }

  /** Name of a parameter as a web server reads it: decoded, and regardless of case. */
  private static String name(String parameter) {
    String raw = parameter.substring(0, indexOrEnd(parameter, '='));
    try {
      return URLDecoder.decode(raw, StandardCharsets.UTF_8).toLowerCase(Locale.ROOT);
    } catch (IllegalArgumentException notEncoded) {
      // A stray percent sign: the shop's own business, and no name of ours.
      return raw;
    }
  }

  private static List<String> added(UtmParameters utm, String linkId) {
    List<String> added = new ArrayList<>();
    add(added, "utm_source", utm.source());
    add(added, "utm_medium", utm.medium());
    add(added, "utm_campaign", utm.campaign());
    add(added, "utm_term", utm.term());
    add(added, "utm_content", utm.content());
    add(added, "utm_id", utm.id());
    add(added, LINK_PARAMETER, linkId);
    return added;
  }

  private static void add(List<String> added, String name, String value) {
    if (!value.isEmpty()) {
      added.add(name + "=" + encoded(value));
    }
  }

  /** Percent-encoded UTF-8; a space is %20, which unlike + means a space everywhere. */
  private static String encoded(String value) {
    StringBuilder encoded = new StringBuilder();
    for (byte unit : value.getBytes(StandardCharsets.UTF_8)) {
      if (UNRESERVED.indexOf(unit) >= 0) {
        encoded.append((char) unit);
      } else {
        encoded.append("%%%02X".formatted(unit & 0xFF));
      }
    }
    return encoded.toString();
  }

  private static int indexOrEnd(String text, char character) {
    int index = text.indexOf(character);
    return index < 0 ? text.length() : index;
  }
}
