package dev.tributary.local.codes;

import picocli.CommandLine.Option;

/** Where a code is meant. */
final class CodeOptions {
  @Option(
      names = "--storefront",
      paramLabel = "ID",
      description = "The shop (default: ${DEFAULT-VALUE}).")
  private String storefront = "main";

  String storefront() {
    return storefront;
  }
}
