package dev.tributary.attribution.conversion;

import dev.tributary.attribution.storefront.StorefrontProtos;
import dev.tributary.runtime.api.Fields;
import dev.tributary.runtime.api.Rejected;
import dev.tributary.type.v1.ErrorReason;

/** Types and keys of conversions in the contract and in our records. */
public final class ConversionTypeProtos {
  private ConversionTypeProtos() {}

  /** The key that an item names. */
  static ConversionKey key(
      String storefrontId, dev.tributary.attribution.v1.ConversionType type, String orderId)
      throws Rejected {
    return new ConversionKey(
        StorefrontProtos.storefrontId(storefrontId),
        stored(Fields.known("type", type)),
        Fields.foreignId("order_id", orderId));
  }

  /** The key that a request for one conversion names; no type means a purchase. */
  static ConversionKey keyOfRequest(
      String storefrontId, dev.tributary.attribution.v1.ConversionType type, String orderId)
      throws Rejected {
    return key(
        storefrontId,
        type == dev.tributary.attribution.v1.ConversionType.CONVERSION_TYPE_UNSPECIFIED
            ? dev.tributary.attribution.v1.ConversionType.CONVERSION_TYPE_PURCHASE
            : type,
        orderId);
  }

  /** The message of a type. */
  public static dev.tributary.attribution.v1.ConversionType toProto(ConversionType type) {
    return switch (type) {
      case PURCHASE -> dev.tributary.attribution.v1.ConversionType.CONVERSION_TYPE_PURCHASE;
      case LEAD -> dev.tributary.attribution.v1.ConversionType.CONVERSION_TYPE_LEAD;
      case SIGN_UP -> dev.tributary.attribution.v1.ConversionType.CONVERSION_TYPE_SIGN_UP;
    };
  }

  /**
   * The currency of an item about a conversion.
   *
   * @param given the field "currency_code"
   * @return empty for goals without amount
   */
  static String currency(ConversionType type, String given) throws Rejected {
    if (type.hasAmount()) {
      return Fields.currency("currency_code", given);
    }
    requireNone("currency_code", type, !given.isEmpty());
    return "";
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
  public static ConversionType stored(dev.tributary.attribution.v1.ConversionType type) {
    return switch (type) {
      case CONVERSION_TYPE_PURCHASE -> ConversionType.PURCHASE;
      case CONVERSION_TYPE_LEAD -> ConversionType.LEAD;
      case CONVERSION_TYPE_SIGN_UP -> ConversionType.SIGN_UP;
      default -> throw new IllegalStateException("refused before: " + type);
    };
  }
}
