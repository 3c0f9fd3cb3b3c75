package dev.tributary.attribution.conversion;

/**
 * Whether an order was its customer's first, and how that was known when it was recorded. Never
 * changed by what comes later.
 *
 * @param state the answer
 * @param basis how it is known
 */
public record NewCustomer(State state, Basis basis) {
  /** Answers. */
  public enum State {
    /** It cannot be known. */
    UNKNOWN,
    /** The first. */
    NEW,
    /** There was an earlier one. */
    RETURNING
  }

  /** How an answer is known. */
  public enum Basis {
    /** The caller told it. */
    TOLD("the caller told it"),
    /** An earlier order was recorded. */
    EARLIER_ORDER("an earlier order of this customer at this storefront was recorded"),
    /** There is none, and it would be here. */
    COMPLETE_HISTORY(
        "no earlier order of this customer is recorded, and the storefront's history was complete"
            + " for the whole window before this one"),
    /** There is none, but it need not be here. */
    INCOMPLETE_HISTORY(
        "no earlier order of this customer is recorded, but the storefront's history was not known"
            + " to be complete for the whole window before this one"),
    /** Nobody is named. */
    NO_CUSTOMER("the order names no customer");

    private final String message;

    Basis(String message) {
      this.message = message;
    }

    /** The answer's reason in words. */
    public String message() {
      return message;
    }
  }

  /** An answer that the caller gave. */
  static NewCustomer told(State state) {
    return new NewCustomer(state, Basis.TOLD);
  }

  /** Whether the caller gave it. */
  boolean isTold() {
    return basis == Basis.TOLD;
  }
}
