package dev.tributary.attribution;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Descriptors.EnumDescriptor;
import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.tributary.attribution.v1.CandidateDecision;
import dev.tributary.attribution.v1.CodeFindingReason;
import dev.tributary.attribution.v1.CodeSignalGap;
import dev.tributary.attribution.v1.CommissionState;
import dev.tributary.attribution.v1.ConversionNoteKind;
import dev.tributary.attribution.v1.DifferenceClass;
import dev.tributary.attribution.v1.HeldReason;
import dev.tributary.attribution.v1.HoldRule;
import dev.tributary.attribution.v1.NewCustomerBasis;
import dev.tributary.attribution.v1.UnattributedReason;
import dev.tributary.type.v1.ErrorReason;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Whatever this service refuses, leaves uncredited, holds, or cannot tell is said by a test whose
 * name is a sentence: the list of reasons is read from the contract, the list of tests from {@link
 * Names}, so a new reason fails the build until somebody has written its test.
 */
class RefusalsNamedTest {
  private static final String CONTRACT = "dev.tributary.attribution.v1";

  private static final List<EnumDescriptor> REASONS =
      List.of(
          ErrorReason.getDescriptor(),
          CandidateDecision.getDescriptor(),
          UnattributedReason.getDescriptor(),
          HeldReason.getDescriptor(),
          HoldRule.getDescriptor(),
          ConversionNoteKind.getDescriptor(),
          CodeFindingReason.getDescriptor(),
          CodeSignalGap.getDescriptor(),
          DifferenceClass.getDescriptor(),
          NewCustomerBasis.getDescriptor(),
          CommissionState.getDescriptor());

  /** Enums that sound like reasons and tell why something was done, which is no refusal. */
  private static final Set<String> NO_REFUSALS = Set.of("RevisionReason");

  /** Names under which a contract would tell why not. */
  private static final Pattern LIKE_A_REASON =
      Pattern.compile(".*(Reason|Refusal|Rejection|Decision|Gap|NoteKind|HoldRule)");

  /** What the runtime answers for every service alike, and its test that says so. */
  private static final Map<String, String> OF_THE_RUNTIME =
      Map.of(
          "ErrorReason.QUEUE_FULL",
          "LimitsEdgeTest.beyond_the_limit_a_call_is_refused_and_told_when_to_return",
          "ErrorReason.DEADLINE",
          "LimitsEdgeTest.a_call_without_a_deadline_gets_ours_and_ends_at_it",
          "ErrorReason.PEER_UNAVAILABLE",
          "ErrorsEdgeTest.a_lost_database_is_a_peer_that_cannot_be_reached",
          "ErrorReason.INTERNAL",
          "ErrorsEdgeTest.a_fault_of_ours_hides_what_it_says",
          "ErrorReason.CREDENTIAL_INVALID",
          "CallersEdgeTest.a_call_with_an_unknown_key_is_refused");

  private static final List<JavaMethod> TESTS =
      new ClassFileImporter()
              .withImportOption(new ImportOption.OnlyIncludeTests())
              .importPackages("dev.tributary.attribution")
              .stream()
              .flatMap(each -> each.getMethods().stream())
              .filter(method -> method.isAnnotatedWith(Names.class))
              .toList();

  @Test
  void every_reason_is_named_by_a_test() {
    List<String> named = TESTS.stream().flatMap(RefusalsNamedTest::namedBy).toList();

    assertThat(
            reasons()
                .filter(reason -> !OF_THE_RUNTIME.containsKey(reason))
                .filter(reason -> !named.contains(reason)))
        .as("reasons of the contract without a test that says so and is marked by @Names")
        .isEmpty();
  }

  @Test
  void every_mark_is_of_a_reason_that_there_is_and_that_its_test_mentions() {
    List<String> reasons = reasons().toList();

    assertThat(
            TESTS.stream()
                .flatMap(
                    test ->
                        namedBy(test)
                            .filter(reason -> !reasons.contains(reason) || !mentions(test, reason))
                            .map(reason -> reason + " of " + test.getFullName())))
        .as("marks of reasons that there are not, or that the test's body never mentions")
        .isEmpty();
  }

  @Test
  void every_enum_of_the_contract_that_sounds_like_reasons_is_looked_at() {
    List<String> known = REASONS.stream().map(EnumDescriptor::getName).toList();

    assertThat(
            new ClassFileImporter()
                .importPackages(CONTRACT).stream()
                    .filter(each -> each.isEnum() && each.isTopLevelClass())
                    .map(each -> each.getSimpleName())
                    .filter(name -> LIKE_A_REASON.matcher(name).matches())
                    .filter(name -> !NO_REFUSALS.contains(name)))
        .isNotEmpty()
        .allSatisfy(name -> assertThat(known).contains(name));
  }

  @Test
  void what_the_runtime_answers_is_named_by_its_own_tests() {
    assertThat(OF_THE_RUNTIME.values())
        .allSatisfy(
            test -> {
              String[] parts = test.split("\\.", 2);
              Class<?> named = Class.forName("dev.tributary.runtime.server." + parts[0]);
              assertThat(named.getDeclaredMethod(parts[1]).isAnnotationPresent(Test.class))
                  .as(test)
                  .isTrue();
            });
  }

  private static Stream<String> reasons() {
    return REASONS.stream()
        .flatMap(type -> type.getValues().stream())
        .filter(value -> value.getNumber() != 0)
        .map(value -> value.getType().getName() + "." + withoutPrefix(value));
  }

  private static String withoutPrefix(EnumValueDescriptor value) {
    return value.getName().substring(prefixOf(value.getType()).length());
  }

  /** What the names of all its values begin with. */
  private static String prefixOf(EnumDescriptor type) {
    return type.findValueByNumber(0).getName().replace("UNSPECIFIED", "");
  }

  private static Stream<String> namedBy(JavaMethod test) {
    return Stream.of(test.getAnnotationOfType(Names.class).value());
  }

  /** By the value as the contract spells it, or without the prefix as the domain does. */
  private static boolean mentions(JavaMethod test, String reason) {
    String[] parts = reason.split("\\.", 2);
    EnumDescriptor type =
        REASONS.stream().filter(each -> each.getName().equals(parts[0])).findFirst().orElseThrow();
    return Pattern.compile("\\b(%s)?%s\\b".formatted(prefixOf(type), parts[1]))
        .matcher(bodyOf(test))
        .find();
  }

  /** The text between a test's braces. */
  private static String bodyOf(JavaMethod test) {
    Path file = Path.of("src/test/java", test.getOwner().getName().replace('.', '/') + ".java");
    try {
      String source = Files.readString(file);
      int start = source.indexOf("void " + test.getName() + "(");
      return source.substring(start, source.indexOf("\n  }\n", start));
    } catch (IOException missing) {
      throw new UncheckedIOException(missing);
    }
  }
}
