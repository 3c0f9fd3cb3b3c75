package dev.tributary.local.importing;

/**
 * Ids of things that were given none: the same thing always has the same, so that it may be told
 * again.
 */
public final class MadeIds {
  private MadeIds() {}

  /** The id that an import gives the code of a shop; the main shop is not named in it. */
  public static String code(String storefront, String code) {
    String shop = storefront.equals("main") ? "" : storefront;
    return Ids.join("code", shop, Ids.slug(code));
  }

  /** Parts in any script as one id. */
  public static String of(String kind, String... parts) {
    String[] slugs = new String[parts.length + 1];
    slugs[0] = kind;
    for (int i = 0; i < parts.length; i++) {
      slugs[i + 1] = Ids.slug(parts[i]);
    }
    return Ids.join(slugs);
  }
}
