package dev.tributary.metrics;

import dev.tributary.runtime.testing.ArchitectureRules;

/** The house rules for this service. */
class ArchitectureTest extends ArchitectureRules {
  @Override
  protected String basePackage() {
    return "dev.tributary.metrics";
  }
}
