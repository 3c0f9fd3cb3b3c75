package dev.tributary.attribution.conversion;

import dev.tributary.attribution.credit.BoundCode;
import dev.tributary.attribution.credit.Candidate;
import dev.tributary.attribution.credit.CandidateDecision;
import dev.tributary.attribution.credit.CreditSource;
import dev.tributary.attribution.credit.Decision;
import dev.tributary.attribution.credit.Evidence;
import dev.tributary.attribution.credit.FirstPayment;
import dev.tributary.attribution.credit.Share;
import dev.tributary.attribution.credit.StickyCredit;
import dev.tributary.attribution.feed.FeedKind;
import dev.tributary.runtime.log.Heads;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Decides anew about conversions that were recorded before some of their touches, or before the
 * first payment that they renew, by the rules that were theirs then. Conversions that a code won
 * whatever touches there are are left alone, and what happens to a code later changes no earlier
 * order.
 */
public final class Reattributions {
  private final Evidences evidences;
  private final ConversionStore conversions = new ConversionStore();
  private final LedgerStore ledgers = new LedgerStore();
  private final RevisionStore revisions = new RevisionStore();
  private final OrderHistories histories = new OrderHistories();
  private final FirstPayments firstPayments = new FirstPayments();

  /** Looks at what the evidences find. */
  public Reattributions(Evidences evidences) {
    this.evidences = evidences;
  }

  /**
   * The conversions that are credited otherwise than what is committed now says, each with the
   * decision that it should have; never those of somebody erased, nor those of which a hold was
   * rejected. Needs no lock: only one applier of the feed, erasures and holds change shares, which
   * {@link #post} looks at, and what else happens to an order changes no decision.
   */
  public Map<ConversionKey, Decision> due(
      Handle handle, String workspace, Collection<ConversionKey> keys) {
    List<StoredConversion> rows =
        conversions.byKeys(handle, workspace, keys).stream()
            .filter(row -> row.holdState() != OrderHoldState.REJECTED)
            .filter(row -> !row.conversion().isOfErased())
            .toList();
    return due(handle, workspace, rows);
  }

  /**
   * What is decided now about conversions that nobody is credited for because a hold was rejected,
   * for the moment in which that is taken back.
   */
  Map<ConversionKey, Decision> restored(
      Handle handle, String workspace, Collection<ConversionKey> keys) {
    return due(handle, workspace, conversions.byKeys(handle, workspace, keys));
  }

  private Map<ConversionKey, Decision> due(
      Handle handle, String workspace, List<StoredConversion> rows) {
    Map<ConversionKey, List<Share>> shares = ledgers.shares(handle, workspace, keysOf(rows));
    Map<ConversionKey, byte[]> decisions = decisions(handle, workspace, rows, shares);
    Map<ConversionKey, List<Candidate>> codes = new HashMap<>();
    Map<ConversionKey, BoundCode> bound = new HashMap<>();
    decisions.forEach(
        (key, decision) -> {
          codes.put(key, ExplanationProtos.codes(decision));
          ExplanationProtos.bound(decision).ifPresent(code -> bound.put(key, code));
        });
    List<StoredConversion> open =
        rows.stream()
            .filter(
                row ->
                    row.isSticky()
                        || !isWonByCode(codes.getOrDefault(row.conversion().key(), List.of()))
                        || Decision.dependsOnTouches(
                            codes.getOrDefault(row.conversion().key(), List.of())))
            .toList();
    Map<ConversionKey, Evidence> evidence = evidences.again(handle, workspace, open, bound);
    Map<ConversionKey, Optional<FirstPayment>> payments =
        firstPayments.ofRecorded(
            handle, workspace, open.stream().filter(StoredConversion::isSticky).toList());
    Map<ConversionKey, Decision> due = new HashMap<>();
    for (StoredConversion row : open) {
      ConversionKey key = row.conversion().key();
      Decision own =
          Decision.again(
              codes.getOrDefault(key, List.of()),
              row.conversion().codes().stream().map(CodeUse::discountMinor).toList(),
              Objects.requireNonNull(evidence.get(key)),
              row.revision().policy());
      Optional<Decision> decided = decided(row, own, payments);
      if (decided.isEmpty()) {
        continue;
      }
      Decision decision = decided.get();
      boolean holds =
          decision.shares().equals(shares.get(key))
              && decision.unattributedReason().equals(row.revision().unattributedReason());
      if (!holds) {
        due.put(key, decision);
      }
    }
    return due;
  }

  /** Of a renewal whose first payment was decided on too late nothing changes. */
  private static Optional<Decision> decided(
      StoredConversion row, Decision own, Map<ConversionKey, Optional<FirstPayment>> payments) {
    if (!row.isSticky()) {
      return Optional.of(own);
    }
    return Optional.ofNullable(payments.get(row.conversion().key()))
        .map(
            payment ->
                StickyCredit.of(
                    own,
                    row.conversion().time(),
                    row.revision().policy().stickyMonths().orElseThrow(),
                    payment));
  }

  /**
   * Writes the next revision of conversions, with the postings that are the difference, and appends
   * it to the feed. Those that have the decision by now, are of somebody erased by now, or of which
   * a hold was rejected meanwhile, stay as they are.
   *
   * @param heads the locked heads of their shards; the caller finishes them
   * @param decisions what is decided now, by key
   */
  public void post(
      Handle handle, Heads heads, String workspace, Map<ConversionKey, Decision> decisions) {
    Map<ConversionKey, OrderHistory> before = histories.load(handle, workspace, decisions.keySet());
    List<OrderHistory> after = new ArrayList<>();
    before.forEach(
        (key, history) -> {
          Decision decision = Objects.requireNonNull(decisions.get(key));
          if (!history.conversion().filter(recorded -> isOpenTo(decision, recorded)).isPresent()) {
            return;
          }
          OrderHistory decided = history.reattributed(decision, heads.recordTime());
          after.add(PublishedOrders.published(heads, workspace, decided));
        });
    histories.save(handle, workspace, before, after);
  }

  /** Decisions that have codes in them; of conversions without any nothing is read. */
  private Map<ConversionKey, byte[]> decisions(
      Handle handle,
      String workspace,
      List<StoredConversion> rows,
      Map<ConversionKey, List<Share>> shares) {
    List<StoredConversion> withCodes =
        rows.stream()
            .filter(
                row ->
                    !row.conversion().codes().isEmpty()
                        || isByCode(shares.getOrDefault(row.conversion().key(), List.of())))
            .toList();
    return withCodes.isEmpty()
        ? Map.of()
        : revisions.decisions(handle, workspace, keysOf(withCodes));
  }

  /** Whether a code of the order itself has credit. */
  private static boolean isWonByCode(List<Candidate> codes) {
    return codes.stream().anyMatch(code -> code.decision() == CandidateDecision.CHOSEN);
  }

  private static boolean isOpenTo(Decision decision, RecordedConversion recorded) {
    boolean holds =
        decision.shares().equals(recorded.ledger().shares())
            && decision.unattributedReason().equals(recorded.revision().unattributedReason());
    return !holds
        && recorded.holdState() != OrderHoldState.REJECTED
        && !recorded.conversion().isOfErased();
  }

  private static boolean isByCode(List<Share> shares) {
    return shares.stream().anyMatch(share -> share.key().source() == CreditSource.CODE);
  }

  private static List<ConversionKey> keysOf(List<StoredConversion> rows) {
    return rows.stream().map(row -> row.conversion().key()).toList();
  }
}
