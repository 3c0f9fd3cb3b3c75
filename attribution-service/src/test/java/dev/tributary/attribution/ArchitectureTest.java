package dev.tributary.attribution;

import dev.tributary.runtime.testing.ArchitectureRules;

/** The house rules, for this service. */
class ArchitectureTest extends ArchitectureRules {
  @Override
  protected String basePackage() {
    return "dev.tributary.attribution";
  }
}
