package dev.tributary.attribution.promocode;

import dev.tributary.attribution.v1.CodeCreditScope;
import dev.tributary.runtime.api.Fields;
import dev.tributary.runtime.api.Rejected;
import dev.tributary.type.v1.ErrorReason;

/** How codes rank, in the contract and in our records. */
public final class CodeCreditProtos {
  private static final String PREFIX = "CODE_CREDIT_POLICY_";
  private static final int FUTURE_DAYS_DEFAULT = 365;

  private CodeCreditProtos() {}

  /**
   * What a request says.
   *
   * @param path of the code in the request, with its dot, or empty
   * @throws Rejected when the policy or the scope is unknown, or a number does not fit it
   */
  static CodeCredit parse(String path, dev.tributary.attribution.v1.PromoCode proto)
      throws Rejected {
    CodeCreditPolicy policy = policy(path, proto.getCreditPolicy());
    boolean splits = policy == CodeCreditPolicy.SPLIT;
    long part =
        Fields.inRange(
            path + "split_basis_points",
            proto.getSplitBasisPoints(),
            splits ? 1 : 0,
            splits ? CodeCredit.WHOLE - 1L : 0);
    return new CodeCredit(policy, (int) part, futureDays(path, proto));
  }

  private static int futureDays(String path, dev.tributary.attribution.v1.PromoCode proto)
      throws Rejected {
    String field = path + "future_days";
    return switch (proto.getCreditScope()) {
      case CODE_CREDIT_SCOPE_UNSPECIFIED, CODE_CREDIT_SCOPE_THIS_ORDER ->
          (int) Fields.inRange(field, proto.getFutureDays(), 0, 0);
      case CODE_CREDIT_SCOPE_THIS_AND_FUTURE ->
          proto.getFutureDays() == 0
              ? FUTURE_DAYS_DEFAULT
              : (int) Fields.inRange(field, proto.getFutureDays(), 1, CodeCredit.FUTURE_DAYS_MAX);
      case UNRECOGNIZED ->
          throw new Rejected(
              ErrorReason.ERROR_REASON_FIELD_MALFORMED,
              path + "credit_scope",
              "an unknown number (expected: absent, THIS_ORDER or THIS_AND_FUTURE)");
    };
  }

  private static CodeCreditPolicy policy(
      String path, dev.tributary.attribution.v1.CodeCreditPolicy proto) throws Rejected {
    return switch (proto) {
      case CODE_CREDIT_POLICY_UNSPECIFIED -> CodeCreditPolicy.CODE_WINS;
      case UNRECOGNIZED ->
          throw new Rejected(
              ErrorReason.ERROR_REASON_FIELD_MALFORMED,
              path + "credit_policy",
              "an unknown number (expected: absent, CODE_WINS, LINK_WINS, CODE_IF_INVOLVED,"
                  + " CODE_IF_LAST or SPLIT)");
      default -> CodeCreditPolicy.valueOf(proto.name().substring(PREFIX.length()));
    };
  }

  /** The scope's name in the contract. */
  static CodeCreditScope scope(CodeCredit credit) {
    return credit.futureDays() > 0
        ? CodeCreditScope.CODE_CREDIT_SCOPE_THIS_AND_FUTURE
        : CodeCreditScope.CODE_CREDIT_SCOPE_THIS_ORDER;
  }

  /** The policy's name in the contract. */
  public static dev.tributary.attribution.v1.CodeCreditPolicy toProto(CodeCreditPolicy policy) {
    return dev.tributary.attribution.v1.CodeCreditPolicy.valueOf(PREFIX + policy.name());
  }

  /** What a stored message says; nothing is what codes had before they could tell. */
  public static CodeCredit stored(
      dev.tributary.attribution.v1.CodeCreditPolicy proto, int splitBasisPoints, int futureDays) {
    return proto == dev.tributary.attribution.v1.CodeCreditPolicy.CODE_CREDIT_POLICY_UNSPECIFIED
        ? CodeCredit.DEFAULT
        : new CodeCredit(
            CodeCreditPolicy.valueOf(proto.name().substring(PREFIX.length())),
            splitBasisPoints,
            futureDays);
  }
}
