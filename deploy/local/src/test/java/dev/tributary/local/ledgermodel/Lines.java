package dev.tributary.local.ledgermodel;

import dev.tributary.attribution.v1.Candidate;
import dev.tributary.attribution.v1.CandidateKind;
import dev.tributary.attribution.v1.ConversionRecord;
import dev.tributary.attribution.v1.Credit;
import dev.tributary.attribution.v1.CreditSource;
import dev.tributary.attribution.v1.Owner;
import dev.tributary.attribution.v1.Posting;
import dev.tributary.attribution.v1.RefundRecord;
import dev.tributary.attribution.v1.TouchBelonging;
import dev.tributary.attribution.v1.UnattributedReason;
import dev.tributary.local.ledgermodel.Decided.Fate;
import dev.tributary.local.ledgermodel.Decided.Share;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * An order's books as lines that people can compare: once as the model has them, once as the
 * service tells them.
 */
final class Lines {
  private Lines() {}

  static List<String> of(Books books, List<Use> overLimit) {
    List<String> lines = new ArrayList<>();
    Balance balance = books.balance();
    lines.add(
        head(
            books.revision,
            books.reason.name(),
            books.baseMinor(),
            books.payment.name(),
            books.holding.state().name()));
    for (int i = 0; i < books.decided.shares().size(); i++) {
      long gross = balance.gross.get(i);
      lines.add(
          credit(
              books.decided.shares().get(i),
              balance.millionths.get(i),
              gross,
              gross - balance.left.get(i),
              balance.left.get(i)));
    }
    lines.add(reason(books.decided.reason()));
    for (Fact change : books.changes) {
      if (change instanceof Fact.Refunded refunded) {
        String id = refunded.refund().getRefundId();
        lines.add(
            refund(
                id,
                books.stateOf(refunded.refund(), balance).name(),
                balance.applied.getOrDefault(id, 0L),
                balance.excess.getOrDefault(id, 0L)));
      }
    }
    books.standing.amendments.forEach(each -> lines.add("amendment " + each.getAmendmentId()));
    Notes.of(books, overLimit).stream().sorted().forEach(lines::add);
    Map<String, Cell.Amount> postings = new TreeMap<>();
    for (Posted posted : books.ledger.postings) {
      postings.merge(
          posting(
              posted.revision(),
              posted.kind().name(),
              posted.cell(),
              posted.amendmentId(),
              posted.time()),
          posted.amount(),
          Cell.Amount::plus);
    }
    addPostings(lines, postings);
    books.decided.fates().forEach(fate -> lines.add(fate(fate)));
    return lines;
  }

  /** What the service tells, with its candidates in the words of the model where both agree. */
  static List<String> of(ConversionRecord record, List<Candidate> candidates, List<Fate> expected) {
    List<String> lines = new ArrayList<>();
    lines.add(
        head(
            record.getAttribution().getRevision(),
            record.getAttribution().getReason().name(),
            record.getBaseMinor(),
            record.getConversion().getPaymentState().name(),
            record.getHoldState().name()));
    for (Credit credit : record.getAttribution().getCreditsList()) {
      lines.add(
          credit(
              shareOf(credit),
              credit.getConversionMillionths(),
              credit.getGrossMinor(),
              credit.getRefundedMinor(),
              credit.getNetMinor()));
    }
    lines.add(reason(record.getAttribution().getUnattributedReason()));
    for (RefundRecord refund : record.getRefundsList()) {
      lines.add(
          refund(
              refund.getRefund().getRefundId(),
              refund.getState().name(),
              refund.getAppliedMinor(),
              refund.getExcessMinor()));
    }
    record.getAmendmentsList().forEach(each -> lines.add("amendment " + each.getAmendmentId()));
    record.getNotesList().stream()
        .map(note -> Notes.text(note.getKind(), note.getCodeId(), note.getReason()))
        .sorted()
        .forEach(lines::add);
    Map<String, Cell.Amount> postings = new TreeMap<>();
    for (Posting each : record.getPostingsList()) {
      postings.merge(
          posting(
              each.getRevision(),
              each.getKind().name(),
              new Cell(accountOf(each), each.getRefundId()),
              each.getAmendmentId(),
              Moments.of(each.getEffectiveTime())),
          new Cell.Amount(each.getAmountMinor(), each.getConversionMillionths()),
          Cell.Amount::plus);
    }
    addPostings(lines, postings);
    for (int i = 0; i < candidates.size(); i++) {
      lines.add(fate(fateOf(candidates.get(i), i < expected.size() ? expected.get(i) : null)));
    }
    return lines;
  }

  private static Fate fateOf(Candidate candidate, Fate expected) {
    boolean isCode = candidate.getKind() == CandidateKind.CANDIDATE_KIND_CODE;
    String name =
        isCode ? candidate.getCode() : name(candidate.getTouchId(), candidate.getBelongsBy());
    boolean agree =
        expected != null
            && expected.name().equals(name)
            && expected.may().contains(candidate.getDecision());
    return agree ? expected : new Fate(name, EnumSet.of(candidate.getDecision()));
  }

  /** Of a touch among the candidates. */
  static String name(String touchId, TouchBelonging belongsBy) {
    return touchId + " " + belongsBy;
  }

  private static void addPostings(List<String> lines, Map<String, Cell.Amount> postings) {
    postings.forEach(
        (name, amount) -> {
          if (!amount.isNothing()) {
            lines.add(name + ": " + amount.minor() + ", " + amount.millionths() + " millionths");
          }
        });
  }

  private static String head(int revision, String reason, long base, String payment, String holds) {
    return "revision %d %s, base %d, %s, %s".formatted(revision, reason, base, payment, holds);
  }

  private static String credit(Share share, long millionths, long gross, long refunded, long net) {
    return "credit %s %s touch %s: %d millionths, %d - %d = %d"
        .formatted(
            share.source(), share.account(), share.touchId(), millionths, gross, refunded, net);
  }

  private static String reason(UnattributedReason reason) {
    return "reason " + reason;
  }

  private static String refund(String id, String state, long applied, long excess) {
    return "refund %s %s: %d, excess %d".formatted(id, state, applied, excess);
  }

  private static String posting(
      int revision, String kind, Cell cell, String amendmentId, Instant time) {
    return "posting %02d %s %s refund '%s' amendment '%s' at %s"
        .formatted(revision, kind, cell.account(), cell.refundId(), amendmentId, time);
  }

  private static String fate(Fate fate) {
    return "candidate " + fate.name() + " " + fate.may();
  }

  private static Share shareOf(Credit credit) {
    return new Share(
        owner(credit.hasOwner(), credit.getOwner()),
        credit.getSource(),
        credit.getCodeId(),
        credit.getLinkId(),
        credit.getTouchId(),
        BigInteger.ONE);
  }

  private static String accountOf(Posting posting) {
    return new Share(
            owner(posting.hasOwner(), posting.getOwner()),
            CreditSource.CREDIT_SOURCE_UNSPECIFIED,
            posting.getCodeId(),
            posting.getLinkId(),
            "",
            BigInteger.ONE)
        .account();
  }

  private static Optional<Owner> owner(boolean has, Owner owner) {
    return has ? Optional.of(owner) : Optional.empty();
  }
}
