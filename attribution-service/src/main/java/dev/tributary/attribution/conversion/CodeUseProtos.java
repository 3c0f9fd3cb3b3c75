package dev.tributary.attribution.conversion;

import dev.tributary.attribution.credit.Components;
import dev.tributary.attribution.promocode.CodeKey;
import dev.tributary.attribution.request.SingleLine;
import dev.tributary.runtime.api.Fields;
import dev.tributary.runtime.api.Rejected;
import dev.tributary.type.v1.ErrorReason;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;

/** Codes of orders in the contract and in our records. */
public final class CodeUseProtos {
  private static final int COUNT_MAX = 20;
  private static final int CODE_CHARACTERS_MAX = 64;

  private CodeUseProtos() {}

  /**
   * Parses the codes of a conversion, each once. Those that differ by separators only may be two
   * codes of earlier days; if they are one, the decision says so.
   */
  static List<CodeUse> parse(List<dev.tributary.attribution.v1.CodeUse> protos) throws Rejected {
    if (protos.size() > COUNT_MAX) {
      throw new Rejected(
          ErrorReason.ERROR_REASON_OUT_OF_RANGE,
          "codes",
          protos.size() + " codes (expected: at most " + COUNT_MAX + ")");
    }
    List<CodeUse> codes = new ArrayList<>();
    Set<String> keys = new HashSet<>();
    for (int i = 0; i < protos.size(); i++) {
      String path = "codes[" + i + "]";
      codes.add(parse(path, protos.get(i)));
      if (!keys.add(CodeKey.spelled(codes.get(i).code()))) {
        throw new Rejected(
            ErrorReason.ERROR_REASON_FIELD_MALFORMED,
            path + ".code",
            "the same code as an earlier one (expected: each code once)");
      }
    }
    return codes;
  }

  /** A code that was parsed before it was stored. */
  static CodeUse stored(dev.tributary.attribution.v1.CodeUse proto) {
    return new CodeUse(proto.getCode(), discount(proto));
  }

  /** The message of a code. */
  static dev.tributary.attribution.v1.CodeUse toProto(CodeUse code) {
    var proto = dev.tributary.attribution.v1.CodeUse.newBuilder().setCode(code.code());
    code.discountMinor().ifPresent(proto::setDiscountMinor);
    return proto.build();
  }

  /** Parses one code. */
  public static CodeUse parse(String path, dev.tributary.attribution.v1.CodeUse proto)
      throws Rejected {
    String code = SingleLine.requiredText(path + ".code", proto.getCode(), CODE_CHARACTERS_MAX);
    if (proto.hasDiscountMinor()) {
      Fields.inRange(path + ".discount_minor", proto.getDiscountMinor(), 0, Components.MINOR_MAX);
    }
    return new CodeUse(code, discount(proto));
  }

  private static OptionalLong discount(dev.tributary.attribution.v1.CodeUse proto) {
    return proto.hasDiscountMinor()
        ? OptionalLong.of(proto.getDiscountMinor())
        : OptionalLong.empty();
  }
}
