package dev.tributary.attribution.credit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A ledger that things happen to, for tests; counts revisions and hours by itself. */
final class ALedger {
  static final Instant START = Instant.parse("2026-03-01T00:00:00Z");

  private CreditLedger ledger;
  private int revision = 1;

  private ALedger(List<Share> shares, long baseMinor, boolean voided) {
    ledger = CreditLedger.open(shares, baseMinor, voided, cause(PostingKind.CREDIT));
  }

  /** A paid order that the creators share equally. */
  static ALedger of(long baseMinor, String... creators) {
    return new ALedger(
        List.of(creators).stream()
            .map(creator -> new Share(CreditKey.byCode(AnOrder.of(creator), creator), 1))
            .toList(),
        baseMinor,
        false);
  }

  static ALedger of(List<Share> shares, long baseMinor, boolean voided) {
    return new ALedger(shares, baseMinor, voided);
  }

  ALedger refunded(String refundId, long baseMinor) {
    return refunded(RefundClaim.part(refundId, baseMinor));
  }

  ALedger cancelled(String refundId) {
    return refunded(RefundClaim.all(refundId));
  }

  ALedger refunded(RefundClaim claim) {
    revision++;
    List<RefundClaim> claims = new ArrayList<>(ledger.claims());
    claims.add(claim);
    ledger =
        ledger.restated(ledger.baseMinor(), claims, ledger.voided(), cause(PostingKind.REFUND));
    return this;
  }

  ALedger amendedTo(long baseMinor) {
    revision++;
    ledger =
        ledger.restated(baseMinor, ledger.claims(), ledger.voided(), cause(PostingKind.AMENDMENT));
    return this;
  }

  ALedger voided(boolean voided) {
    revision++;
    ledger =
        ledger.restated(ledger.baseMinor(), ledger.claims(), voided, cause(PostingKind.PAYMENT));
    return this;
  }

  /** Decided anew; what was earned moves at the start, what refunds took back at their times. */
  ALedger reattributed(List<Share> shares) {
    revision++;
    Map<String, Instant> refundTimes =
        ledger.claims().stream()
            .collect(
                Collectors.toMap(RefundClaim::refundId, claim -> refundTime(claim.refundId())));
    ledger =
        ledger.reattributed(
            shares, new Cause(PostingKind.REATTRIBUTION, revision, "", START, refundTimes));
    return this;
  }

  /** When a refund counts in a re-attribution. */
  static Instant refundTime(String refundId) {
    return START.plusSeconds(Math.abs((long) refundId.hashCode()) % 1_000);
  }

  CreditLedger now() {
    return ledger;
  }

  List<Long> nets() {
    return ledger.balance().credits().stream().map(Credit::netMinor).toList();
  }

  List<Long> amountsOf(int ofRevision) {
    return ledger.postings().stream()
        .filter(posting -> posting.revision() == ofRevision)
        .map(Posting::amountMinor)
        .toList();
  }

  private Cause cause(PostingKind kind) {
    String amendmentId = kind == PostingKind.AMENDMENT ? "amendment-" + revision : "";
    return new Cause(kind, revision, amendmentId, START.plusSeconds(3600L * revision));
  }
}
