package dev.tributary.attribution.conversion;

/** Goals. */
public enum ConversionType {
  /** An order. */
  PURCHASE(true),
  /** A lead: a form, a download, a registration. */
  LEAD(false),
  /** A sign-up for an account or a newsletter. */
  SIGN_UP(false);

  private final boolean hasAmount;

  ConversionType(boolean hasAmount) {
    this.hasAmount = hasAmount;
  }

  /** Whether it is about money. */
  public boolean hasAmount() {
    return hasAmount;
  }
}
