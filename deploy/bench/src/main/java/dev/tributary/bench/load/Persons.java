package dev.tributary.bench.load;

import java.util.UUID;

/** Visitors and customers by number, the same in the pre-filled tables and in the load. */
public final class Persons {
  /** Odd, so that numbers and mixed numbers match one to one. */
  private static final long MIX = 0x9e37_79b9_7f4a_7c15L;

  private Persons() {}

  /** First-party id of a visitor as a site makes it: a UUID. */
  public static String visitorId(long number) {
    return new UUID(number * MIX, (number + 1) * MIX).toString();
  }

  /** Number of a customer in a shop. */
  public static String customerId(long number) {
    return "gid://shopify/Customer/" + (6_000_000_000L + number);
  }
}
