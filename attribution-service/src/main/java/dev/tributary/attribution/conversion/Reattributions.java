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
    List<StoredConversion> rows = conversions.byKeys(handle, workspace, keys);
    Map<ConversionKey, Optional<FirstPayment>> payments = payments(handle, workspace, rows);
    // However late a first payment was decided on: a renewal that nobody has needs some decision.
    List<Conversion> late =
        rows.stream()
            .filter(StoredConversion::isSticky)
            .map(StoredConversion::conversion)
            .filter(renewal -> !payments.containsKey(renewal.key()))
            .toList();
    Map<ConversionKey, FirstPayment> latePayments = firstPayments.of(handle, workspace, late);
    late.forEach(
        renewal ->
            payments.put(renewal.key(), Optional.ofNullable(latePayments.get(renewal.key()))));
    // Nobody is credited now, so also those are open that a code had won.
    return decided(
        handle,
        workspace,
        rows,
        told(revisions.decisions(handle, workspace, keysOf(rows))),
        payments);
  }

  private Map<ConversionKey, Decision> due(
      Handle handle, String workspace, List<StoredConversion> rows) {
    Map<ConversionKey, List<Share>> shares = ledgers.shares(handle, workspace, keysOf(rows));
    Map<ConversionKey, Told> told = told(decisions(handle, workspace, rows, shares));
    List<StoredConversion> open =
        rows.stream()
            .filter(
                row ->
                    row.isSticky()
                        || told.getOrDefault(row.conversion().key(), Told.NOTHING).isOpen())
            .toList();
    Map<ConversionKey, Decision> due =
        decided(handle, workspace, open, told, payments(handle, workspace, open));
    for (StoredConversion row : open) {
      ConversionKey key = row.conversion().key();
      Decision decision = due.get(key);
      if (decision != null
          && decision.shares().equals(shares.get(key))
          && decision.unattributedReason().equals(row.revision().unattributedReason())) {
        due.remove(key);
      }
    }
    return due;
  }

  /** What is decided now. Of a renewal whose first payment is not told nothing is. */
  private Map<ConversionKey, Decision> decided(
      Handle handle,
      String workspace,
      List<StoredConversion> rows,
      Map<ConversionKey, Told> told,
      Map<ConversionKey, Optional<FirstPayment>> payments) {
    Map<ConversionKey, BoundCode> bound = new HashMap<>();
    told.forEach((key, each) -> each.bound.ifPresent(code -> bound.put(key, code)));
    Map<ConversionKey, Evidence> evidence = evidences.again(handle, workspace, rows, bound);
    Map<ConversionKey, Decision> decided = new HashMap<>();
    for (StoredConversion row : rows) {
      ConversionKey key = row.conversion().key();
      Decision own =
          Decision.again(
              told.getOrDefault(key, Told.NOTHING).codes,
              row.conversion().codes().stream().map(CodeUse::discountMinor).toList(),
              Objects.requireNonNull(evidence.get(key)),
              row.revision().policy());
      decided(row, own, payments).ifPresent(decision -> decided.put(key, decision));
    }
    return decided;
  }

  private Map<ConversionKey, Optional<FirstPayment>> payments(
      Handle handle, String workspace, List<StoredConversion> rows) {
    return firstPayments.ofRecorded(
        handle, workspace, rows.stream().filter(StoredConversion::isSticky).toList());
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

  private static Map<ConversionKey, Told> told(Map<ConversionKey, byte[]> decisions) {
    Map<ConversionKey, Told> told = new HashMap<>();
    decisions.forEach(
        (key, decision) ->
            told.put(
                key,
                new Told(ExplanationProtos.codes(decision), ExplanationProtos.bound(decision))));
    return told;
  }

  /**
   * What a decision says of codes.
   *
   * @param codes those of the order itself, with their fates
   * @param bound the one that bound the customer, if one did
   */
  private record Told(List<Candidate> codes, Optional<BoundCode> bound) {
    static final Told NOTHING = new Told(List.of(), Optional.empty());

    /** Whether touches may still change the decision: no code of the order itself has won. */
    boolean isOpen() {
      return codes.stream().noneMatch(code -> code.decision() == CandidateDecision.CHOSEN)
          || Decision.dependsOnTouches(codes);
    }
  }
}
