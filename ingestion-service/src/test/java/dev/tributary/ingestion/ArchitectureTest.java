package dev.tributary.ingestion;

import dev.tributary.runtime.testing.ArchitectureRules;
import java.util.List;

/**
 * The house rules for this service, whose contract is its domain model: its records hold messages.
 */
class ArchitectureTest extends ArchitectureRules {
  @Override
  protected String basePackage() {
    return "dev.tributary.ingestion";
  }

  @Override
  protected List<String> outside() {
    return List.of("io.grpc..", "org.jdbi..", "java.sql..");
  }
}
