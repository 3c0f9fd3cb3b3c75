package dev.tributary.metrics.vocabulary;

import static java.util.stream.Collectors.groupingBy;

import dev.tributary.metrics.fact.Platform;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What the names that sources give mean. Names are looked up when numbers are read, so a new row
 * works for everything that was ever received. Immutable.
 */
public final class Vocabulary {
  private final List<Term> terms;
  private final Map<Platform, Map<String, List<Term>>> byName;

  /**
   * A vocabulary of these rows.
   *
   * @throws IllegalArgumentException when a name would mean one metric in two ways at once
   */
  public Vocabulary(List<Term> terms) {
    this.terms = List.copyOf(terms);
    this.byName = terms.stream().collect(groupingBy(Term::platform, groupingBy(Term::nativeName)));
    byName.values().forEach(names -> names.values().forEach(Vocabulary::requireUnambiguous));
  }

  /** The vocabulary that comes with this service. */
  public static Vocabulary standard() {
    return new Vocabulary(VocabularyFile.read());
  }

  /**
   * What a name means at a moment: nothing when nobody knows it then, otherwise one row for each
   * canonical metric and format.
   */
  public List<Term> meaningsAt(Platform platform, String nativeName, Instant time) {
    return byName.getOrDefault(platform, Map.of()).getOrDefault(nativeName, List.of()).stream()
        .filter(term -> term.isValidAt(time))
        .toList();
  }

  /** All rows, by platform in the order of preference. */
  public List<Term> terms() {
    return terms;
  }

  private static void requireUnambiguous(List<Term> sameName) {
    for (Term term : sameName) {
      for (Term other : sameName) {
        if (term.preference() < other.preference()
            && term.metric().equals(other.metric())
            && term.overlaps(other)) {
          throw new IllegalArgumentException(term + " (expected: apart from " + other + ")");
        }
      }
    }
  }
}
