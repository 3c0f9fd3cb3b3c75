package dev.tributary.attribution.commission;

import java.time.LocalDate;

/**
 * How statements were paid.
 *
 * @param paymentId the caller's key
 * @param reference what the bank calls it
 * @param date the day
 */
public record Payout(String paymentId, String reference, LocalDate date) {}
