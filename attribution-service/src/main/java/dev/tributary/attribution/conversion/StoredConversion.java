package dev.tributary.attribution.conversion;

import dev.tributary.attribution.credit.CreditLedger;
import java.time.Instant;
import java.util.List;

/**
 * The row of a conversion; its books are rows of their own.
 *
 * @param conversion as recorded
 * @param payment how far the payment has come
 * @param revision the newest revision
 * @param receiveTime when it was recorded
 * @param sequence place of its newest entry in the feed
 * @param holdState what its holds come to
 */
record StoredConversion(
    Conversion conversion,
    Payment payment,
    Revision revision,
    Instant receiveTime,
    long sequence,
    OrderHoldState holdState) {

  /** Whether it has the credit of a first payment. */
  boolean isSticky() {
    return revision.policy().stickyMonths().isPresent();
  }

  /** The conversion with its books. */
  RecordedConversion withBooks(Standing standing, CreditLedger ledger, List<Note> notes) {
    return new RecordedConversion(
        standing, payment, ledger, revision, List.of(), notes, receiveTime, sequence, holdState);
  }
}
