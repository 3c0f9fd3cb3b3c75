package dev.tributary.metrics.vocabulary;

import static java.util.stream.Collectors.groupingBy;

import dev.tributary.metrics.fact.Platform;
import dev.tributary.runtime.money.Currencies;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What the names that sources give mean. Names are looked up when numbers are read, so a new row
 * works for everything that was ever received. Immutable.
 */
public final class Vocabulary {
  /** Stands in a row for any currency at the end of a name. */
  private static final String ANY_CURRENCY = "{currency}";

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
    Map<String, List<Term>> names = byName.getOrDefault(platform, Map.of());
    List<Term> known = names.get(nativeName);
    return (known == null ? inCurrency(names, nativeName) : known.stream())
        .filter(term -> term.isValidAt(time))
        .toList();
  }

  private static Stream<Term> inCurrency(Map<String, List<Term>> names, String nativeName) {
    int end = nativeName.lastIndexOf('.') + 1;
    String currency = nativeName.substring(end);
    return Currencies.isKnown(currency)
        ? names.getOrDefault(nativeName.substring(0, end) + ANY_CURRENCY, List.of()).stream()
            .map(term -> term.named(nativeName, term.metric().replace(ANY_CURRENCY, currency)))
        : Stream.empty();
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
