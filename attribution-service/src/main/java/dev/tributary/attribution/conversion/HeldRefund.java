package dev.tributary.attribution.conversion;

/**
 * A refund of which something is held.
 *
 * @param received the refund, and when it came
 * @param history its order
 * @param reason why it is held
 */
record HeldRefund(Received<Refund> received, OrderHistory history, HeldReason reason) {}
