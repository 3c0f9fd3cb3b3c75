package dev.tributary.attribution;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks the test that says in its name, as a sentence, when a reason of the contract is given, and
 * that provokes and checks it. {@link RefusalsNamedTest} fails for a reason without such a test.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Names {
  /**
   * The reasons as their enum calls them, without its prefix, for example {@code
   * "CandidateDecision.CODE_ENDED"}.
   */
  String[] value();
}
