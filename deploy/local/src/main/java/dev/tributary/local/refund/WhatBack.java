package dev.tributary.local.refund;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What was given back: one of these. */
final class WhatBack {
  @Option(
      names = "--items",
      required = true,
      paramLabel = "AMOUNT",
      description =
          "This much of the items, as paid, such as 12.00; tax in the prices is taken out in"
              + " proportion.")
  @Nullable String items;

  @Option(names = "--all", required = true, description = "All items that are left.")
  boolean all;

  @Option(
      names = "--cancel",
      required = true,
      description = "The order was cancelled; it no longer counts.")
  boolean cancel;

  @Option(
      names = "--chargeback",
      required = true,
      description = "The customer's bank took all that is left.")
  boolean chargeback;

  @Option(
      names = "--reverse",
      required = true,
      paramLabel = "REFUND_ID",
      description = "The bank gave this chargeback back.")
  @Nullable String reverse;
}
