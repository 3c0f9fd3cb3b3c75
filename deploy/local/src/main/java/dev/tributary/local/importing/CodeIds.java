package dev.tributary.local.importing;

/** Ids of promo codes that were given none. */
public final class CodeIds {
  private CodeIds() {}

  /** The id that an import gives the code of a shop; the main shop is not named in it. */
  public static String of(String storefront, String code) {
    String shop = storefront.equals("main") ? "" : storefront;
    return Ids.join("code", shop, Ids.slug(code));
  }
}
