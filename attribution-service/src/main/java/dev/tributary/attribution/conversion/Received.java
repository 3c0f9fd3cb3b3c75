package dev.tributary.attribution.conversion;

import java.time.Instant;

/**
 * Something that came for an order.
 *
 * @param <T> what
 * @param content what
 * @param receivedNo place among all refunds and amendments of the order, from 1
 * @param receiveTime when it came
 */
public record Received<T>(T content, int receivedNo, Instant receiveTime) {}
