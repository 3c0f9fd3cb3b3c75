package dev.tributary.runtime.testing;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.MethodCallTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaConstructorCall;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.time.Clock;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/** Which part of a service a class is, told by its shape and name. */
final class CodeKinds {
  private static final Set<String> EDGES = Set.of("GrpcService", "Protos", "Store", "App", "Main");

  /** The runtime is the outside that time and chance come from. */
  static final DescribedPredicate<JavaClass> IN_A_SERVICE =
      not(resideInAPackage("dev.tributary.runtime..")).as("of a service");

  /** Where a process is put together. */
  static final DescribedPredicate<JavaClass> ASSEMBLY =
      describe("put a process together", type -> endsWith(outermost(type), Set.of("App", "Main")));

  /** What computes and nothing else. */
  static final DescribedPredicate<JavaClass> DOMAIN =
      describe(
          "are records, enumerations or static functions of the domain",
          type -> isPlain(type) && hasDomainShape(type));

  /** Types through which time and chance come in. */
  static final DescribedPredicate<JavaClass> CLOCK_OR_CHANCE =
      assignableTo(Clock.class).or(assignableTo(RandomGenerator.class)).as("are clocks or chance");

  /** Calls that take time or chance from nowhere. */
  static final DescribedPredicate<JavaMethodCall> READS_CLOCK_OR_CHANCE =
      describe("take time or chance from nowhere", call -> readsClockOrChance(call.getTarget()));

  /** Constructors of chance. */
  static final DescribedPredicate<JavaConstructorCall> MAKES_CHANCE =
      describe("make chance", call -> call.getTargetOwner().isAssignableTo(RandomGenerator.class));

  private CodeKinds() {}

  private static boolean isPlain(JavaClass type) {
    boolean inRuntime = type.getPackageName().startsWith("dev.tributary.runtime");
    boolean inMoney = type.getPackageName().equals("dev.tributary.runtime.money");
    return (inMoney || !inRuntime) && !endsWith(outermost(type), EDGES);
  }

  private static boolean hasDomainShape(JavaClass type) {
    return type.isRecord() || type.isEnum() || hasOnlyStaticMethods(type);
  }

  private static boolean hasOnlyStaticMethods(JavaClass type) {
    Set<JavaMethod> methods = type.getMethods();
    boolean isAlone = !type.isInterface() && type.getRawInterfaces().isEmpty();
    return isAlone
        && !methods.isEmpty()
        && Stream.concat(methods.stream(), type.getFields().stream())
            .allMatch(member -> member.getModifiers().contains(JavaModifier.STATIC));
  }

  private static boolean readsClockOrChance(MethodCallTarget target) {
    JavaClass owner = target.getOwner();
    boolean takesClock =
        target.getRawParameterTypes().stream().anyMatch(type -> type.isAssignableTo(Clock.class));
    return switch (target.getName()) {
      case "now" -> owner.getPackageName().equals("java.time") && !takesClock;
      case "currentTimeMillis" -> owner.isEquivalentTo(System.class);
      case "random" -> owner.isEquivalentTo(Math.class);
      case "randomUUID" -> owner.isEquivalentTo(UUID.class);
      case "current" -> owner.isEquivalentTo(ThreadLocalRandom.class);
      case "system", "systemUTC", "systemDefaultZone" -> owner.isEquivalentTo(Clock.class);
      default -> false;
    };
  }

  private static boolean endsWith(JavaClass type, Set<String> suffixes) {
    return suffixes.stream().anyMatch(type.getSimpleName()::endsWith);
  }

  private static JavaClass outermost(JavaClass type) {
    return type.getEnclosingClass().map(CodeKinds::outermost).orElse(type);
  }
}
