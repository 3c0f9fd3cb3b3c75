package dev.tributary.local.ledgermodel;

import dev.tributary.attribution.v1.ConversionType;

/** Which order or goal. */
record OrderKey(String storefrontId, ConversionType type, String orderId) {
  @Override
  public String toString() {
    String kind = type.name().substring("CONVERSION_TYPE_".length());
    return storefrontId + "/" + kind + "/" + orderId;
  }
}
