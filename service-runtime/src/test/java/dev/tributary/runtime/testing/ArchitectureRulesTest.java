package dev.tributary.runtime.testing;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import dev.tributary.ingestion.badhouse.ClockReader;
import dev.tributary.ingestion.badhouse.Neighbour;
import dev.tributary.ingestion.badhouse.OrderGrpcService;
import dev.tributary.ingestion.badhouse.OrderManager;
import dev.tributary.ingestion.badhouse.OrderStore;
import dev.tributary.ingestion.badhouse.OrderTotal;
import dev.tributary.ingestion.badhouse.Totals;
import org.junit.jupiter.api.Test;

/** The runtime keeps the house rules, and every rule fires on a class that breaks it. */
class ArchitectureRulesTest extends ArchitectureRules {
  @Override
  protected String basePackage() {
    return "dev.tributary.runtime";
  }

  @Test
  void a_service_that_uses_another_service_is_caught() {
    assertBreaks(HouseRules.servicesStandAlone("dev.tributary.ingestion"), Neighbour.class);
  }

  @Test
  void a_store_that_knows_grpc_is_caught() {
    assertBreaks(HouseRules.STORES_KNOW_NO_WIRE, OrderStore.class);
  }

  @Test
  void a_grpc_service_that_uses_a_store_is_caught() {
    assertBreaks(HouseRules.EDGE_KNOWS_NO_DATABASE, OrderGrpcService.class);
  }

  @Test
  void a_record_that_holds_a_message_is_caught() {
    assertBreaks(HouseRules.domainIsPure(outside()), OrderTotal.class);
  }

  @Test
  void a_static_function_that_takes_a_clock_is_caught() {
    assertBreaks(HouseRules.domainIsPure(outside()), Totals.class);
  }

  @Test
  void a_class_that_reads_the_clock_itself_is_caught() {
    assertBreaks(HouseRules.TIME_AND_CHANCE_COME_IN, ClockReader.class);
  }

  @Test
  void a_name_that_says_nothing_is_caught() {
    assertBreaks(HouseRules.NAMES_ARE_NOUNS, OrderManager.class);
  }

  private static void assertBreaks(ArchRule rule, Class<?> bad) {
    JavaClasses classes = new ClassFileImporter().importClasses(bad);
    assertThatThrownBy(() -> rule.check(classes))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining(bad.getSimpleName());
  }
}
