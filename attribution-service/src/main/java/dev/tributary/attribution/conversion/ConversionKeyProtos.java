package dev.tributary.attribution.conversion;

import dev.tributary.runtime.api.Rejected;

/** Keys of conversions in the contract, for calls that are about orders of others. */
public final class ConversionKeyProtos {
  private ConversionKeyProtos() {}

  /** The order that a message names; no type means a purchase, no shop means "main". */
  public static ConversionKey parse(
      String storefrontId,
      dev.tributary.attribution.v1.ConversionType type,
      String customType,
      String orderId)
      throws Rejected {
    return ConversionTypeProtos.keyOfRequest(storefrontId, type, customType, orderId);
  }

  /** The message of a type. */
  public static dev.tributary.attribution.v1.ConversionType toProto(ConversionType type) {
    return ConversionTypeProtos.toProto(type);
  }
}
