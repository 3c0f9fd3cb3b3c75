package dev.tributary.attribution.promocode;

/**
 * How a code and touches rank.
 *
 * @param policy the rule
 * @param splitBasisPoints for SPLIT the code's part, 1-9999 basis points; 0 otherwise
 * @param futureDays for how many days it has the credit of the customer's later orders too; 0 for
 *     none of them
 */
public record CodeCredit(CodeCreditPolicy policy, int splitBasisPoints, int futureDays) {
  /** All of a credit, in basis points. */
  public static final int WHOLE = 10_000;

  /** What a code has that tells nothing. */
  public static final CodeCredit DEFAULT = new CodeCredit(CodeCreditPolicy.CODE_WINS, 0);

  /** Most days of later orders. */
  public static final int FUTURE_DAYS_MAX = 730;

  /** How a code ranks that has the credit of its own order only. */
  public CodeCredit(CodeCreditPolicy policy, int splitBasisPoints) {
    this(policy, splitBasisPoints, 0);
  }

  /** Refuses a part that does not fit the rule with {@link IllegalArgumentException}. */
  public CodeCredit {
    boolean splits = policy == CodeCreditPolicy.SPLIT;
    if (splits ? splitBasisPoints <= 0 || splitBasisPoints >= WHOLE : splitBasisPoints != 0) {
      throw new IllegalArgumentException(
          "splitBasisPoints: %d with %s (expected: 1-9999 with SPLIT, 0 otherwise)"
              .formatted(splitBasisPoints, policy));
    }
    if (futureDays < 0 || futureDays > FUTURE_DAYS_MAX) {
      throw new IllegalArgumentException("futureDays: " + futureDays + " (expected: 0-730)");
    }
  }
}
