package dev.tributary.runtime.testing;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/**
 * The house rules that a machine can hold. Every service has one test class that extends this one
 * and names its root package; test code and generated contracts are not judged.
 */
@TestInstance(Lifecycle.PER_CLASS)
public abstract class ArchitectureRules {
  private static final ImportOption NO_CONTRACTS = location -> !location.contains("/v1/");
  private static final ImportOption NO_TEST_JARS = location -> !location.contains("-tests.jar");

  private final JavaClasses classes =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .withImportOption(NO_TEST_JARS)
          .withImportOption(NO_CONTRACTS)
          .importPackages(basePackage());

  /** Root package of the code to judge, for example "dev.tributary.attribution". */
  protected abstract String basePackage();

  /**
   * Packages that records and pure functions must not know. A service whose contract is its domain
   * leaves out protobuf.
   */
  protected List<String> outside() {
    return List.of("io.grpc..", "com.google.protobuf..", "org.jdbi..", "java.sql..");
  }

  @Test
  void services_never_import_each_other() {
    HouseRules.servicesStandAlone(basePackage()).check(classes);
  }

  @Test
  void stores_know_nothing_of_the_wire() {
    HouseRules.STORES_KNOW_NO_WIRE.check(classes);
  }

  @Test
  void the_edge_knows_no_database() {
    HouseRules.EDGE_KNOWS_NO_DATABASE.check(classes);
  }

  @Test
  void records_and_pure_functions_touch_nothing_outside() {
    HouseRules.domainIsPure(outside()).check(classes);
  }

  @Test
  void time_and_chance_come_in_from_outside() {
    HouseRules.TIME_AND_CHANCE_COME_IN.check(classes);
  }

  @Test
  void names_say_what_a_thing_is() {
    HouseRules.NAMES_ARE_NOUNS.check(classes);
  }
}
