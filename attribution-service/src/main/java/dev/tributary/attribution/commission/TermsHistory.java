package dev.tributary.attribution.commission;

import java.time.Instant;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All versions of the terms of a collaboration. The one in force is the one that started last; of
 * several with one start the one put last.
 *
 * @param versions at least one
 */
public record TermsHistory(List<Terms> versions) {
  private static final Comparator<Terms> BY_START =
      Comparator.comparing(Terms::start).thenComparing(Terms::version);

  /** Sorts them by start; refuses none with {@link IllegalArgumentException}. */
  public TermsHistory {
    if (versions.isEmpty()) {
      throw new IllegalArgumentException("versions: none (expected: at least one)");
    }
    versions = versions.stream().sorted(BY_START).toList();
  }

  /**
   * The terms that decide at a moment; for a conversion the moment is its own time, and for the
   * renewal of a subscription that of its first payment, see {@link Sale#rateTime()}.
   */
  public Optional<Terms> inForceAt(Instant time) {
    return versions.stream()
        .filter(terms -> !terms.start().isAfter(time))
        .reduce((earlier, later) -> later);
  }

  /** When terms that start at a moment are followed by others. */
  public Optional<Instant> nextStartAfter(Instant start) {
    return versions.stream().map(Terms::start).filter(each -> each.isAfter(start)).findFirst();
  }

  /** The version with a number, which is there. */
  Terms version(int number) {
    return versions.stream()
        .filter(terms -> terms.version() == number)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("terms without version " + number));
  }

  /** The newest version by start, which names the collaboration. */
  public Terms last() {
    return versions.get(versions.size() - 1);
  }

  /** Whether what one sale earns depends on others, under any version. */
  public boolean looksAtOtherSales() {
    return versions.stream().anyMatch(Terms::looksAtOtherSales);
  }

  /** Every fee that has fallen due before a moment, in the order due. */
  public List<DueFee> feesDue(Instant end) {
    Map<String, DueFee> due = new LinkedHashMap<>();
    for (Terms terms : versions) {
      once(terms, end, due);
      monthly(terms, end, due);
    }
    return due.values().stream()
        .sorted(Comparator.comparing(DueFee::dueTime).thenComparing(DueFee::key))
        .toList();
  }

  private void once(Terms terms, Instant end, Map<String, DueFee> due) {
    for (Fee fee : terms.fees()) {
      fee.dueTime()
          .filter(time -> time.isBefore(end) && isInForce(terms, time))
          .ifPresent(
              time -> due.putIfAbsent(fee.feeId(), new DueFee(fee.feeId(), fee.amount(), time)));
    }
  }

  private void monthly(Terms terms, Instant end, Map<String, DueFee> due) {
    List<Fee> monthly = terms.fees().stream().filter(fee -> fee.dueTime().isEmpty()).toList();
    if (monthly.isEmpty()) {
      return;
    }
    YearMonth month = terms.monthOf(terms.start());
    for (Instant last = lastOf(terms, month); last.isBefore(end); last = lastOf(terms, month)) {
      if (isInForce(terms, last)) {
        for (Fee fee : monthly) {
          String key = fee.feeId() + ":" + month;
          due.putIfAbsent(key, new DueFee(key, fee.amount(), last));
        }
      }
      month = month.plusMonths(1);
    }
  }

  private boolean isInForce(Terms terms, Instant time) {
    return inForceAt(time).filter(terms::equals).isPresent();
  }

  private static Instant lastOf(Terms terms, YearMonth month) {
    return month
        .plusMonths(1)
        .atDay(1)
        .atStartOfDay(terms.zone())
        .toInstant()
        .minus(1, ChronoUnit.MICROS);
  }
}
