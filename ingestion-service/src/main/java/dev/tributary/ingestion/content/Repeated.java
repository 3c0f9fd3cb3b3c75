package dev.tributary.ingestion.content;

import dev.tributary.runtime.api.Fields;
import dev.tributary.runtime.api.Rejected;
import dev.tributary.type.v1.ErrorReason;
import java.util.HashSet;
import java.util.List;
import java.util.function.Function;

/**
 * Rules of repeated fields. A rejection names the guilty element as {@code targets[2]}, counted
 * from 0.
 */
public final class Repeated {
  private Repeated() {}

  /** At most {@code countMax} elements, each of which keeps the rule. */
  public static <T> void each(String field, List<T> elements, int countMax, Rule<T> rule)
      throws Rejected {
    atMost(field, elements.size(), countMax);
    for (int i = 0; i < elements.size(); i++) {
      try {
        rule.check(elements.get(i));
      } catch (Rejected rejected) {
        throw rejected.withPrefix(element(field, i));
      }
    }
  }

  /** At most {@code countMax} texts of 1 to {@code charactersMax} characters. */
  public static void eachText(String field, List<String> texts, int countMax, int charactersMax)
      throws Rejected {
    atMost(field, texts.size(), countMax);
    for (int i = 0; i < texts.size(); i++) {
      Fields.requiredText(element(field, i), texts.get(i), charactersMax);
    }
  }

  /**
   * No two elements have the same key.
   *
   * @param keyField the field of the element that a rejection names
   */
  public static <T> void unique(String field, List<T> elements, String keyField, Function<T, ?> key)
      throws Rejected {
    var seen = new HashSet<Object>();
    for (int i = 0; i < elements.size(); i++) {
      if (!seen.add(key.apply(elements.get(i)))) {
        throw new Rejected(
            ErrorReason.ERROR_REASON_FIELD_MALFORMED,
            element(field, i) + "." + keyField,
            "stands in " + field + " before (expected: each once)");
      }
    }
  }

  /** The path of one element. */
  public static String element(String field, int index) {
    return field + "[" + index + "]";
  }

  /** At least one element; {@code countMax} is only told. */
  public static void atLeastOne(String field, int count, int countMax) throws Rejected {
    if (count == 0) {
      throw new Rejected(
          ErrorReason.ERROR_REASON_FIELD_MISSING, field, "none (expected: 1-" + countMax + ")");
    }
  }

  /** At most {@code countMax} elements. */
  public static void atMost(String field, int count, int countMax) throws Rejected {
    if (count > countMax) {
      throw new Rejected(
          ErrorReason.ERROR_REASON_OUT_OF_RANGE,
          field,
          count + " items (expected: at most " + countMax + ")");
    }
  }
}
