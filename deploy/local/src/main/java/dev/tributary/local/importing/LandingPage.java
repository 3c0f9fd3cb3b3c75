package dev.tributary.local.importing;

import dev.tributary.attribution.v1.UtmParameters;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What the address of a landing page tells of where its visitor came from.
 *
 * @param linkId the tracking link followed; empty when the address has none
 * @param utm its UTM parameters
 */
record LandingPage(String linkId, UtmParameters utm) {
  private static final String LINK_PARAMETER = "trb";

  /** Reads an address, whole or from its path on; nothing when it carries no tags. */
  static Optional<LandingPage> parse(String address) {
    int query = address.indexOf('?');
    if (query < 0) {
      return Optional.empty();
    }
    Map<String, String> parameters = parameters(address.substring(query + 1).split("#", 2)[0]);
    LandingPage page =
        new LandingPage(
            parameters.getOrDefault(LINK_PARAMETER, ""),
            UtmParameters.newBuilder()
                .setSource(parameters.getOrDefault("utm_source", ""))
                .setMedium(parameters.getOrDefault("utm_medium", ""))
                .setCampaign(parameters.getOrDefault("utm_campaign", ""))
                .setTerm(parameters.getOrDefault("utm_term", ""))
                .setContent(parameters.getOrDefault("utm_content", ""))
                .setId(parameters.getOrDefault("utm_id", ""))
                .build());
    return page.isTagged() ? Optional.of(page) : Optional.empty();
  }

  /** Whether anything can be found by it. */
  boolean isTagged() {
    return !linkId.isEmpty() || !utm.equals(UtmParameters.getDefaultInstance());
  }

  private static Map<String, String> parameters(String query) {
    Map<String, String> parameters = new HashMap<>();
    for (String pair : query.split("&", -1)) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        parameters.putIfAbsent(
            pair.substring(0, equals).toLowerCase(Locale.ROOT),
            decoded(pair.substring(equals + 1)));
      }
    }
    return parameters;
  }

  /** A value that is wrongly encoded is taken as it stands. */
  private static String decoded(String value) {
    try {
      return URLDecoder.decode(value, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException malformed) {
      return value;
    }
  }
}
