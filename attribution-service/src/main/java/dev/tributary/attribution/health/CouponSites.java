package dev.tributary.attribution.health;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Hosts of sites that spread codes. The built-in list is a dated resource; whoever knows more adds
 * to it in the request. A host stands for its subdomains, with a dot in between: notcoupons.example
 * is not coupons.example.
 */
final class CouponSites {
  private static final String RESOURCE = "coupon-sites.txt";
  private static final String DATE = "# date: ";
  private static final List<String> LINES = lines();

  /** The built-in list. */
  static final CouponSites BUILT_IN =
      new CouponSites(
          LINES.stream().filter(line -> !line.isBlank() && !line.startsWith("#")).toList());

  private final Set<String> hosts;

  private CouponSites(Collection<String> hosts) {
    this.hosts = Set.copyOf(hosts);
  }

  /** With more hosts, in lower case. */
  CouponSites and(Collection<String> more) {
    Set<String> all = new HashSet<>(hosts);
    all.addAll(more);
    return new CouponSites(all);
  }

  /** Day of the built-in list, as YYYY-MM-DD. */
  static String builtInDate() {
    return LINES.stream()
        .filter(line -> line.startsWith(DATE))
        .map(line -> line.substring(DATE.length()).strip())
        .findFirst()
        .orElseThrow(() -> new IllegalStateException(RESOURCE + " has no date"));
  }

  /** Whether a host, in lower case, is one of them or below one. */
  boolean contains(String host) {
    String rest = host;
    while (!hosts.contains(rest)) {
      int dot = rest.indexOf('.');
      if (dot < 0) {
        return false;
      }
      rest = rest.substring(dot + 1);
    }
    return true;
  }

  private static List<String> lines() {
    try (InputStream list = CouponSites.class.getResourceAsStream(RESOURCE)) {
      if (list == null) {
        throw new IllegalStateException(RESOURCE + " is missing");
      }
      return new String(list.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
