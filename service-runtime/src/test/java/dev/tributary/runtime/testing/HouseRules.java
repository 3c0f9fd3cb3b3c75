package dev.tributary.runtime.testing;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.stream.Stream;

/** The rules of architecture §2, each as something that can be checked. */
final class HouseRules {
  /** SQL is behind stores; what a store returns knows nothing of calls. */
  static final ArchRule STORES_KNOW_NO_WIRE =
      noClasses()
          .that()
          .haveSimpleNameEndingWith("Store")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.grpc..")
          .allowEmptyShould(true);

  /** Calls parse and answer; what they need of the database they ask of a class of the domain. */
  static final ArchRule EDGE_KNOWS_NO_DATABASE =
      noClasses()
          .that(simpleNameEndingWith("GrpcService").or(simpleNameEndingWith("Protos")))
          .should()
          .dependOnClassesThat(
              resideInAnyPackage("org.jdbi..", "java.sql..").or(simpleNameEndingWith("Store")))
          .allowEmptyShould(true);

  /** Only where a process is put together are the real clock and real chance named. */
  static final ArchRule TIME_AND_CHANCE_COME_IN =
      noClasses()
          .that(CodeKinds.IN_A_SERVICE.and(DescribedPredicate.not(CodeKinds.ASSEMBLY)))
          .should()
          .callMethodWhere(CodeKinds.READS_CLOCK_OR_CHANCE)
          .orShould()
          .callConstructorWhere(CodeKinds.MAKES_CHANCE)
          .allowEmptyShould(true);

  /** A name says what a thing is, not that it does something for something else. */
  static final ArchRule NAMES_ARE_NOUNS =
      noClasses()
          .should()
          .haveSimpleNameEndingWith("Impl")
          .orShould()
          .haveSimpleNameEndingWith("Manager")
          .orShould()
          .haveSimpleNameEndingWith("Helper")
          .orShould()
          .haveSimpleNameEndingWith("Util")
          .orShould()
          .haveSimpleNameEndingWith("Utils");

  private HouseRules() {}

  /**
   * Records, enumerations and static functions compute; they do not call, store or look at a clock.
   *
   * @param outside packages that they must not know
   */
  static ArchRule domainIsPure(List<String> outside) {
    return noClasses()
        .that(CodeKinds.DOMAIN)
        .should()
        .dependOnClassesThat(
            resideInAnyPackage(outside.toArray(String[]::new)).or(CodeKinds.CLOCK_OR_CHANCE))
        .allowEmptyShould(true);
  }

  /** A service sees the contracts of the others, never their code. */
  static ArchRule servicesStandAlone(String basePackage) {
    String[] others =
        Stream.of("ingestion", "attribution", "metrics", "reporting")
            .map(service -> "dev.tributary." + service)
            .filter(service -> !basePackage.startsWith(service))
            .map(service -> service + "..")
            .toArray(String[]::new);
    return noClasses()
        .should()
        .dependOnClassesThat(
            resideInAnyPackage(others)
                .and(DescribedPredicate.not(resideInAPackage("dev.tributary.*.v1..")))
                .as("reside in another service"));
  }
}
