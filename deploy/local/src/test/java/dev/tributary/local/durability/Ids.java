package dev.tributary.local.durability;

/** Names of facts, as clients write them down and audits find them. */
final class Ids {
  private static final String CONVERSION = "conversion ";
  private static final String REFUND = "refund ";

  private Ids() {}

  static String touch(String touchId) {
    return "touch " + touchId;
  }

  static String conversion(String orderId) {
    return CONVERSION + orderId;
  }

  static String refund(String orderId, String refundId) {
    return REFUND + orderId + " " + refundId;
  }

  static String observation(String observationId) {
    return "observation " + observationId;
  }

  static boolean isConversion(String id) {
    return id.startsWith(CONVERSION);
  }

  static boolean isRefund(String id) {
    return id.startsWith(REFUND);
  }

  /** The order of a conversion. */
  static String orderOf(String id) {
    return id.substring(CONVERSION.length());
  }
}
