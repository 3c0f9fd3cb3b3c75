package dev.tributary.attribution.credit;

/** What was decided about a candidate. */
public enum CandidateDecision {
  /** It is credited. */
  CHOSEN,
  /** The code does not exist. */
  CODE_UNKNOWN,
  /** The code was not valid yet. */
  CODE_NOT_STARTED,
  /** The code had ended. */
  CODE_ENDED,
  /** The code was switched off. */
  CODE_DISABLED,
  /** The code belongs to nobody. */
  CODE_UNOWNED,
  /** Another valid code was entered before it, and not every one of them tells its discount. */
  CODE_NOT_FIRST,
  /** A valid code wins over this touch. */
  CODE_WINS,
  /** A later touch wins. */
  NOT_LAST,
  /** The touch is longer ago than the window. */
  OUTSIDE_WINDOW,
  /** The touch came after the conversion. */
  AFTER_CONVERSION,
  /** No creator's touch. */
  NOT_A_CREATOR,
  /** The link is unknown, or its UTM parameters fit links of several owners. */
  LINK_UNRESOLVED,
  /** A bot, a preview or the brand's own staff. */
  NOT_A_PERSON,
  /** A test touch of a conversion that is no test. */
  TEST,
  /** By the code's own policy a creator's touch takes the credit. */
  LINK_WINS,
  /** By the code's own policy it counts only beside a touch of its creator. */
  CODE_NOT_INVOLVED,
  /** By the code's own policy it counts only when the last touch is its creator's. */
  CODE_NOT_LAST,
  /** A renewal has the credit of its first payment. */
  FIRST_PAYMENT,
  /** The code was entered before it, in another spelling. */
  CODE_REPEATED,
  /** A code of the order itself has the credit, not that of an earlier order. */
  CODE_OF_ORDER_WINS,
  /** The credited touch is of the creator to whom an earlier order binds the customer. */
  LINK_OF_SAME_CREATOR
}
