package dev.tributary.local.ledgermodel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.attribution.v1.CommissionLine;
import dev.tributary.attribution.v1.CommissionServiceGrpc;
import dev.tributary.attribution.v1.CommissionStatement;
import dev.tributary.attribution.v1.CommissionTerms;
import dev.tributary.attribution.v1.CommissionTotals;
import dev.tributary.attribution.v1.ListOpenLinesRequest;
import dev.tributary.attribution.v1.LockPeriodRequest;
import dev.tributary.attribution.v1.LockPeriodResponse;
import dev.tributary.attribution.v1.PutTermsRequest;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Tells the services and the model the same of commissions, and compares the statements. */
final class CommissionTeller {
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
    talk.history().lock(talk.now());
    LockPeriodResponse response = commissions().lockPeriod(request);
    Map<String, Statements.Statement> written = new TreeMap<>();
    for (CommissionStatement each : response.getStatementsList()) {
      Statements.Statement statement =
          new Statements.Statement(
              each.getGrossMinor(),
              each.getRefundsMinor(),
              each.getCommissionMinor(),
              each.getAdjustmentsMinor(),
              each.getCarryInMinor());
      assertThat(List.of(each.getCarryOutMinor(), each.getPayableMinor()))
          .as("carried over and payable of %s", each)
          .isEqualTo(List.of(statement.carryOut(), statement.payable()));
      written.put(each.getOwner().getCollaborationId() + " " + each.getCurrencyCode(), statement);
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
    Map<String, List<String>> open = Statements.open(talk.history());
    for (String collaboration : Statements.BASIS_POINTS.keySet()) {
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

  private static String text(String collaboration, CommissionLine line) {
    OrderKey key = new OrderKey(line.getStorefrontId(), line.getType(), line.getOrderId());
    return "%s %s %s %s%s: %d - %d, %d"
        .formatted(
            key,
            collaboration,
            line.getCurrencyCode(),
            line.getState(),
            line.getAdjustment() ? " again" : "",
            line.getGrossMinor(),
            line.getRefundsMinor(),
            line.getAmountMinor());
  }

  private CommissionServiceGrpc.CommissionServiceBlockingStub commissions() {
    return CommissionServiceGrpc.newBlockingStub(talk.channel());
  }
}
