package dev.tributary.attribution.conversion;

import dev.tributary.attribution.goal.Goal;
import dev.tributary.attribution.goal.GoalProtos;
import dev.tributary.attribution.storefront.StorefrontProtos;
import dev.tributary.runtime.api.Fields;
import dev.tributary.runtime.api.Rejected;
import dev.tributary.type.v1.ErrorReason;

/** Types and keys of conversions in the contract and in our records. */
public final class ConversionTypeProtos {
  private ConversionTypeProtos() {}

  /** The key that an item names. */
  static ConversionKey key(
      String storefrontId,
      dev.tributary.attribution.v1.ConversionType type,
      String customType,
      String orderId)
      throws Rejected {
    return new ConversionKey(
        StorefrontProtos.storefrontId(storefrontId),
        parse("", type, customType),
        Fields.foreignId("order_id", orderId));
  }

  /** The key that a request for one conversion names; no type means a purchase. */
  static ConversionKey keyOfRequest(
      String storefrontId,
      dev.tributary.attribution.v1.ConversionType type,
      String customType,
      String orderId)
      throws Rejected {
    return key(
        storefrontId,
        type == dev.tributary.attribution.v1.ConversionType.CONVERSION_TYPE_UNSPECIFIED
            ? dev.tributary.attribution.v1.ConversionType.CONVERSION_TYPE_PURCHASE
            : type,
        customType,
        orderId);
  }

  /** The message of a type; that of a custom one is told apart by its name. */
  public static dev.tributary.attribution.v1.ConversionType toProto(ConversionType type) {
    return GoalProtos.toProto(type.goal());
  }

  /**
   * The currency of an item about a conversion.
   *
   * @param given the field "currency_code"
   * @param withAmount whether the item tells an amount
   * @return empty without amount
   */
  static String currency(ConversionType type, String given, boolean withAmount) throws Rejected {
    if (type.hasAmount() || (withAmount && type.mayHaveAmount())) {
      return Fields.currency("currency_code", given);
    }
    if (type.mayHaveAmount() && !given.isEmpty()) {
      throw new Rejected(
          ErrorReason.ERROR_REASON_FIELD_MISSING,
          "components",
          "absent, but there is a currency_code (expected: both, or neither)");
    }
    requireNone("currency_code", type, !given.isEmpty());
    return "";
  }

  /**
   * The currency of a refund: that of an order with an optional amount is not known here.
   *
   * @param given the field "currency_code"
   */
  static String currencyOfRefund(ConversionType type, String given) throws Rejected {
    boolean isLeftOut = given.isEmpty() && !type.hasAmount();
    return isLeftOut ? "" : currency(type, given, true);
  }

  /** Refuses a field that only goals with an amount have. */
  static void requireNone(String field, ConversionType type, boolean present) throws Rejected {
    if (present) {
      throw new Rejected(
          ErrorReason.ERROR_REASON_FIELD_MALFORMED,
          field,
          "given (expected: absent, a " + type + " has no amount)");
    }
  }

  /** The type of a message that was checked before. */
  public static ConversionType stored(
      dev.tributary.attribution.v1.ConversionType type, String customType) {
    return new ConversionType(GoalProtos.goal(type), customType);
  }

  /**
   * The type that fields of a request name.
   *
   * @param path before the names of the fields; empty or ending with a dot
   */
  public static ConversionType parse(
      String path, dev.tributary.attribution.v1.ConversionType type, String customType)
      throws Rejected {
    Goal goal = GoalProtos.goal(Fields.known(path + "type", type));
    if (goal == Goal.CUSTOM) {
      return ConversionType.custom(Fields.id(path + "custom_type", customType));
    }
    if (!customType.isEmpty()) {
      throw new Rejected(
          ErrorReason.ERROR_REASON_FIELD_MALFORMED,
          path + "custom_type",
          "given (expected: empty unless the type is CUSTOM)");
    }
    return ConversionType.of(goal);
  }
}
