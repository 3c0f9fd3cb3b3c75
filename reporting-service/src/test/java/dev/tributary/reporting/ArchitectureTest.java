package dev.tributary.reporting;

import dev.tributary.runtime.testing.ArchitectureRules;

class ArchitectureTest extends ArchitectureRules {
  @Override
  protected String basePackage() {
    return "dev.tributary.reporting";
  }
}
