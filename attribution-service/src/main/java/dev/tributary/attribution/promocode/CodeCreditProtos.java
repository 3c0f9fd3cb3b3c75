package dev.tributary.attribution.promocode;

import dev.tributary.runtime.api.Fields;
import dev.tributary.runtime.api.Rejected;
import dev.tributary.type.v1.ErrorReason;

/** How codes rank, in the contract and in our records. */
public final class CodeCreditProtos {
  private static final String PREFIX = "CODE_CREDIT_POLICY_";

  private CodeCreditProtos() {}

  /**
   * What a request says.
   *
   * @param path of the code in the request, with its dot, or empty
   * @throws Rejected when the policy is unknown, or the part does not fit it
   */
  static CodeCredit parse(
      String path, dev.tributary.attribution.v1.CodeCreditPolicy proto, int splitBasisPoints)
      throws Rejected {
    CodeCreditPolicy policy =
        switch (proto) {
          case CODE_CREDIT_POLICY_UNSPECIFIED -> CodeCreditPolicy.CODE_WINS;
          case UNRECOGNIZED ->
              throw new Rejected(
                  ErrorReason.ERROR_REASON_FIELD_MALFORMED,
                  path + "credit_policy",
                  "an unknown number (expected: absent, CODE_WINS, LINK_WINS, CODE_IF_INVOLVED,"
                      + " CODE_IF_LAST or SPLIT)");
          default -> CodeCreditPolicy.valueOf(proto.name().substring(PREFIX.length()));
        };
    String field = path + "split_basis_points";
    if (policy == CodeCreditPolicy.SPLIT) {
      return new CodeCredit(
          policy, (int) Fields.inRange(field, splitBasisPoints, 1, CodeCredit.WHOLE - 1L));
    }
    Fields.inRange(field, splitBasisPoints, 0, 0);
    return new CodeCredit(policy, 0);
  }

  /** The policy's name in the contract. */
  public static dev.tributary.attribution.v1.CodeCreditPolicy toProto(CodeCreditPolicy policy) {
    return dev.tributary.attribution.v1.CodeCreditPolicy.valueOf(PREFIX + policy.name());
  }

  /** What a stored message says; nothing is what codes had before they could tell. */
  public static CodeCredit stored(
      dev.tributary.attribution.v1.CodeCreditPolicy proto, int splitBasisPoints) {
    return proto == dev.tributary.attribution.v1.CodeCreditPolicy.CODE_CREDIT_POLICY_UNSPECIFIED
        ? CodeCredit.DEFAULT
        : new CodeCredit(
            CodeCreditPolicy.valueOf(proto.name().substring(PREFIX.length())), splitBasisPoints);
  }
}
