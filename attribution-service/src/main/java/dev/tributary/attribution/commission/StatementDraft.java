package dev.tributary.attribution.commission;

import dev.tributary.attribution.owner.Owner;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeSet;

/**
 * A statement before it has a number: what one collaboration gets in one currency for a period.
 *
 * @param owner the collaboration
 * @param currency the currency of all amounts
 * @param lines what it takes
 * @param totals what they add up to, with what was carried over
 */
public record StatementDraft(Owner owner, String currency, List<Line> lines, Totals totals) {
  /** Keeps its own copy. */
  public StatementDraft {
    lines = List.copyOf(lines);
  }

  /**
   * The statements that follow from what is open, by currency; none where there is nothing to take
   * and nothing was carried over. Only what is approved is taken.
   *
   * @param end the end of the period
   */
  public static List<StatementDraft> of(
      Account account, SortedMap<String, List<Line>> open, Instant end) {
    TermsHistory history = account.history();
    Terms terms = history.inForceAt(end.minus(1, ChronoUnit.MICROS)).orElseGet(history::last);
    TreeSet<String> currencies = new TreeSet<>(open.keySet());
    account
        .carriedMinor()
        .forEach(
            (currency, minor) -> {
              if (minor != 0) {
                currencies.add(currency);
              }
            });
    List<StatementDraft> drafts = new ArrayList<>();
    for (String currency : currencies) {
      List<Line> lines =
          open.getOrDefault(currency, List.of()).stream()
              .filter(line -> line.state() == LineState.APPROVED)
              .toList();
      long carried = account.carriedMinor().getOrDefault(currency, 0L);
      if (!lines.isEmpty() || carried != 0) {
        Totals totals = Totals.of(lines, carried, terms.minimumPayout().in(currency));
        drafts.add(new StatementDraft(history.last().owner(), currency, lines, totals));
      }
    }
    return drafts;
  }
}
