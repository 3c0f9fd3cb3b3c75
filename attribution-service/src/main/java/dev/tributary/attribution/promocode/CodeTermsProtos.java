package dev.tributary.attribution.promocode;

import com.google.protobuf.InvalidProtocolBufferException;
import dev.tributary.attribution.v1.FixedDiscount;
import dev.tributary.attribution.v1.PromoCode;
import dev.tributary.runtime.api.Fields;
import dev.tributary.runtime.api.Rejected;
import dev.tributary.runtime.money.Money;
import dev.tributary.runtime.money.MoneyProtos;
import dev.tributary.type.v1.ErrorReason;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Limits and discounts of codes in the contract, in our records, and as they are stored. */
final class CodeTermsProtos {
  private static final long USES_MAX = 1_000_000_000_000L;

  /** Most that an order or a budget is worth, in minor units. */
  static final long ORDER_MINOR_MAX = 1_000_000_000_000_000L;

  /** Most that a discount takes off, in minor units; millions of them still fit into 64 bits. */
  static final long DISCOUNT_MINOR_MAX = 1_000_000_000_000L;

  private static final int BASIS_POINTS_MAX = 10_000;
  private static final int CURRENCIES_MAX = 200;

  private CodeTermsProtos() {}

  /**
   * The terms of a code that is sent.
   *
   * @param prefix put before the names of fields, for example {@code promo_code.}; may be empty
   */
  static CodeTerms parse(String prefix, PromoCode code) throws Rejected {
    return new CodeTerms(
        limits(prefix + "limits", code.getLimits()),
        code.hasDiscount()
            ? Optional.of(discount(prefix + "discount", code.getDiscount()))
            : Optional.empty());
  }

  /** Puts the terms into the message of their code; what is absent stays so. */
  static PromoCode.Builder add(CodeTerms terms, PromoCode.Builder code) {
    if (terms.limits().areAny()) {
      code.setLimits(toProto(terms.limits()));
    }
    terms.discount().map(CodeTermsProtos::toProto).ifPresent(code::setDiscount);
    return code;
  }

  /** The bytes to store: a code of the contract that has nothing but terms; null for none. */
  static byte @Nullable [] toBytes(CodeTerms terms) {
    return terms.equals(CodeTerms.NONE)
        ? null
        : add(terms, PromoCode.newBuilder()).build().toByteArray();
  }

  /** The terms of stored bytes. */
  static CodeTerms stored(byte @Nullable [] bytes) {
    if (bytes == null) {
      return CodeTerms.NONE;
    }
    try {
      return parse("", PromoCode.parseFrom(bytes));
    } catch (InvalidProtocolBufferException | Rejected broken) {
      throw new IllegalStateException("stored terms of a code cannot be read", broken);
    }
  }

  private static CodeLimits limits(String field, dev.tributary.attribution.v1.CodeLimits proto)
      throws Rejected {
    return new CodeLimits(
        uses(field + ".max_uses", proto.hasMaxUses(), proto.getMaxUses()),
        uses(
            field + ".max_uses_per_customer",
            proto.hasMaxUsesPerCustomer(),
            proto.getMaxUsesPerCustomer()),
        proto.hasBudget()
            ? Optional.of(money(field + ".budget", proto.getBudget(), 1, ORDER_MINOR_MAX))
            : Optional.empty(),
        proto.getFirstOrderOnly(),
        byCurrency(field + ".minimum_amounts", proto.getMinimumAmountsList(), 0, ORDER_MINOR_MAX));
  }

  private static CodeDiscount discount(
      String field, dev.tributary.attribution.v1.CodeDiscount proto) throws Rejected {
    return switch (proto.getKindCase()) {
      case BASIS_POINTS ->
          new CodeDiscount.Share(
              (int)
                  Fields.inRange(
                      field + ".basis_points", proto.getBasisPoints(), 1, BASIS_POINTS_MAX));
      case FIXED -> fixed(field + ".fixed.amounts", proto.getFixed());
      case KIND_NOT_SET ->
          throw new Rejected(
              ErrorReason.ERROR_REASON_FIELD_MISSING,
              field,
              "without kind (expected: basis_points or fixed)");
    };
  }

  private static CodeDiscount fixed(String field, FixedDiscount proto) throws Rejected {
    if (proto.getAmountsCount() == 0) {
      throw new Rejected(
          ErrorReason.ERROR_REASON_FIELD_MISSING,
          field,
          "none (expected: 1-" + CURRENCIES_MAX + ")");
    }
    return new CodeDiscount.Fixed(byCurrency(field, proto.getAmountsList(), 1, DISCOUNT_MINOR_MAX));
  }

  private static OptionalLong uses(String field, boolean present, long value) throws Rejected {
    return present
        ? OptionalLong.of(Fields.inRange(field, value, 1, USES_MAX))
        : OptionalLong.empty();
  }

  private static List<Money> byCurrency(
      String field, List<dev.tributary.type.v1.Money> protos, long min, long max) throws Rejected {
    if (protos.size() > CURRENCIES_MAX) {
      throw new Rejected(
          ErrorReason.ERROR_REASON_OUT_OF_RANGE,
          field,
          protos.size() + " amounts (expected: at most " + CURRENCIES_MAX + ")");
    }
    var byCurrency = new TreeMap<String, Money>();
    for (dev.tributary.type.v1.Money proto : protos) {
      Money money = money(field, proto, min, max);
      if (byCurrency.put(money.currency(), money) != null) {
        throw new Rejected(
            ErrorReason.ERROR_REASON_FIELD_MALFORMED,
            field,
            money.currency() + " more than once (expected: each currency once)");
      }
    }
    return List.copyOf(byCurrency.values());
  }

  /** An amount within a range of minor units, both ends included. */
  static Money money(String field, dev.tributary.type.v1.Money proto, long min, long max)
      throws Rejected {
    Money money = MoneyProtos.fromProto(field, proto);
    long unused = Fields.inRange(field + ".minor_units", money.minor(), min, max);
    return money;
  }

  private static dev.tributary.attribution.v1.CodeLimits toProto(CodeLimits limits) {
    var proto = dev.tributary.attribution.v1.CodeLimits.newBuilder();
    limits.usesMax().ifPresent(proto::setMaxUses);
    limits.customerUsesMax().ifPresent(proto::setMaxUsesPerCustomer);
    limits.budget().map(MoneyProtos::toProto).ifPresent(proto::setBudget);
    limits.minimumAmounts().stream().map(MoneyProtos::toProto).forEach(proto::addMinimumAmounts);
    return proto.setFirstOrderOnly(limits.firstOrderOnly()).build();
  }

  private static dev.tributary.attribution.v1.CodeDiscount toProto(CodeDiscount discount) {
    var proto = dev.tributary.attribution.v1.CodeDiscount.newBuilder();
    if (discount instanceof CodeDiscount.Share share) {
      proto.setBasisPoints(share.basisPoints());
    } else if (discount instanceof CodeDiscount.Fixed fixed) {
      proto.setFixed(
          FixedDiscount.newBuilder()
              .addAllAmounts(fixed.amounts().stream().map(MoneyProtos::toProto).toList()));
    }
    return proto.build();
  }
}
