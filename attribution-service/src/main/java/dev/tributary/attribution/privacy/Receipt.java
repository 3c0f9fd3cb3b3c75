package dev.tributary.attribution.privacy;

import dev.tributary.runtime.identity.PersonKind;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What an erasure did. Names nobody.
 *
 * @param erasureId the erasure
 * @param kind which of the person's names was given
 * @param reason why, as told
 * @param eraseTime when
 * @param erased rows that were overwritten, by what they are
 * @param before the person's orders before
 * @param after the same orders after
 * @param visitors linked visitors of a customer
 */
record Receipt(
    String erasureId,
    PersonKind kind,
    String reason,
    Instant eraseTime,
    Map<String, Long> erased,
    Books before,
    Books after,
    LinkedVisitors visitors) {

  /**
   * Orders, and what was posted for them.
   *
   * @param orders how many
   * @param totals by currency
   */
  record Books(long orders, List<Total> totals) {}

  /**
   * Postings in one currency.
   *
   * @param currency the currency
   * @param postings how many
   * @param sumMinor their sum
   * @param creditedMinor what of it is creators'
   */
  record Total(String currency, long postings, long sumMinor, long creditedMinor) {}

  /**
   * Visitors that were linked to a customer.
   *
   * @param erased those that were linked to no other
   * @param kept the others
   */
  record LinkedVisitors(int erased, int kept) {}
}
