package dev.tributary.local.ledgermodel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.attribution.v1.CommissionLine;
import dev.tributary.attribution.v1.CommissionLineKind;
import dev.tributary.attribution.v1.CommissionMovement;
import dev.tributary.attribution.v1.CommissionMovementKind;
import dev.tributary.attribution.v1.CommissionServiceGrpc;
import dev.tributary.attribution.v1.CommissionState;
import dev.tributary.attribution.v1.CommissionStatement;
import dev.tributary.attribution.v1.CommissionTerms;
import dev.tributary.attribution.v1.CommissionTotals;
import dev.tributary.attribution.v1.FeedEntry;
import dev.tributary.attribution.v1.ListOpenLinesRequest;
import dev.tributary.attribution.v1.LockPeriodRequest;
import dev.tributary.attribution.v1.LockPeriodResponse;
import dev.tributary.attribution.v1.PutTermsRequest;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Tells the services and the model the same of commissions, and compares the statements. */
final class CommissionTeller {
  private static final Set<CommissionMovementKind> EARNED =
      EnumSet.of(
          CommissionMovementKind.COMMISSION_MOVEMENT_KIND_ACCRUAL,
          CommissionMovementKind.COMMISSION_MOVEMENT_KIND_CLAWBACK);

  private final Talk talk;

  CommissionTeller(Talk talk) {
    this.talk = talk;
  }

  void has(CommissionTerms terms) {
    talk.say("terms", terms);
    var unused = commissions().putTerms(PutTermsRequest.newBuilder().setTerms(terms).build());
  }

  /** Closes everything up to now, and compares the statements, what they pay and what stays out. */
  void lock(LockPeriodRequest request) {
    talk.say("lock", request);
    talk.history().lock(Moments.of(request.getTimeRange().getEndTime()), talk.now());
    LockPeriodResponse response = commissions().lockPeriod(request);
    Map<String, Statement> written = new TreeMap<>();
    for (CommissionStatement each : response.getStatementsList()) {
      String whose = each.getOwner().getCollaborationId() + " " + each.getCurrencyCode();
      Statement statement =
          new Statement(
              each.getGrossMinor(),
              each.getRefundsMinor(),
              each.getCommissionMinor(),
              each.getAdjustmentsMinor(),
              each.getBonusesMinor(),
              each.getCarryInMinor(),
              Statements.minimumOf(whose));
      assertThat(List.of(each.getCarryOutMinor(), each.getPayableMinor()))
          .as("carried over and payable of %s", each)
          .isEqualTo(List.of(statement.carryOut(), statement.payable()));
      written.put(whose, statement);
    }
    Statements.Closed closed = Statements.ofLastLock(talk.history());
    assertThat(written).as("statements").isEqualTo(closed.statements());
    Map<String, Statements.Totals> totals = new TreeMap<>();
    for (CommissionTotals each : response.getTotalsList()) {
      totals.put(
          each.getCurrencyCode(),
          new Statements.Totals(
              each.getLedgerNetMinor(), each.getHeldMinor(), each.getPendingMinor()));
    }
    totals.values().removeIf(Statements.Totals.NOTHING::equals);
    Map<String, Statements.Totals> expected = new TreeMap<>(closed.totals());
    expected.values().removeIf(Statements.Totals.NOTHING::equals);
    assertThat(totals).as("totals").isEqualTo(expected);
  }

  /** Compares what no statement has of any collaboration. */
  void compareOpen() {
    Map<String, List<String>> open = Statements.open(talk.history(), talk.now());
    for (String collaboration : Deals.all().keySet()) {
      List<String> lines =
          commissions()
              .listOpenLines(
                  ListOpenLinesRequest.newBuilder().setCollaborationId(collaboration).build())
              .getLinesList()
              .stream()
              .map(line -> text(collaboration, line))
              .sorted()
              .toList();
      assertThat(lines)
          .as("open lines of %s", collaboration)
          .isEqualTo(open.getOrDefault(collaboration, List.of()));
    }
  }

  /** Compares what the feed tells that orders have earned, with what refunds took of it. */
  void compareEarned(Feed feed) {
    Map<String, CommissionMovement> last = new HashMap<>();
    for (FeedEntry entry : feed.entries()) {
      CommissionMovement movement = entry.getCommission().getMovement();
      if (EARNED.contains(movement.getKind())) {
        String whose =
            new OrderKey(movement.getStorefrontId(), movement.getType(), movement.getOrderId())
                + " "
                + movement.getOwner().getCollaborationId();
        last.merge(
            whose + " " + movement.getKind(),
            movement,
            (known, next) -> known.getNumber() > next.getNumber() ? known : next);
      }
    }
    Map<String, Long> told = new TreeMap<>();
    last.forEach(
        (name, movement) ->
            told.merge(
                name.substring(0, name.lastIndexOf(' ')), movement.getTotalMinor(), Long::sum));
    told.values().removeIf(minor -> minor == 0);
    assertThat(told).as("earned by the feed").isEqualTo(Statements.earned(talk.history()));
  }

  private static String text(String collaboration, CommissionLine line) {
    boolean isBonus = line.getKind() == CommissionLineKind.COMMISSION_LINE_KIND_BONUS;
    OrderKey key = new OrderKey(line.getStorefrontId(), line.getType(), line.getOrderId());
    return text(
        (isBonus ? line.getSourceId() : key) + " " + collaboration,
        line.getCurrencyCode(),
        line.getState(),
        line.getAdjustment(),
        List.of(line.getGrossMinor(), line.getRefundsMinor(), line.getAmountMinor()),
        line.getTierFrom() + " to " + line.getTierTo());
  }

  /** A line that people can compare. */
  static String text(
      String source,
      String currency,
      CommissionState state,
      boolean isAdjustment,
      List<Long> amounts,
      String place) {
    return "%s %s %s%s: %s, tiers %s"
        .formatted(source, currency, state, isAdjustment ? " again" : "", amounts, place);
  }

  private CommissionServiceGrpc.CommissionServiceBlockingStub commissions() {
    return CommissionServiceGrpc.newBlockingStub(talk.channel());
  }
}
