package dev.tributary.attribution.commission;

import static dev.tributary.runtime.server.Replies.reply;

import dev.tributary.attribution.request.Paging;
import dev.tributary.attribution.request.Requests;
import dev.tributary.attribution.v1.CommissionServiceGrpc;
import dev.tributary.attribution.v1.GetStatementRequest;
import dev.tributary.attribution.v1.GetStatementResponse;
import dev.tributary.attribution.v1.GetTermsRequest;
import dev.tributary.attribution.v1.GetTermsResponse;
import dev.tributary.attribution.v1.ListOpenLinesRequest;
import dev.tributary.attribution.v1.ListOpenLinesResponse;
import dev.tributary.attribution.v1.ListStatementsRequest;
import dev.tributary.attribution.v1.ListStatementsResponse;
import dev.tributary.attribution.v1.ListTermsRequest;
import dev.tributary.attribution.v1.ListTermsResponse;
import dev.tributary.attribution.v1.ListWithheldChangesRequest;
import dev.tributary.attribution.v1.ListWithheldChangesResponse;
import dev.tributary.attribution.v1.LockPeriodRequest;
import dev.tributary.attribution.v1.LockPeriodResponse;
import dev.tributary.attribution.v1.MarkPaidRequest;
import dev.tributary.attribution.v1.MarkPaidResponse;
import dev.tributary.attribution.v1.PutTermsRequest;
import dev.tributary.attribution.v1.PutTermsResponse;
import dev.tributary.runtime.api.ApiException;
import dev.tributary.runtime.api.Fields;
import dev.tributary.runtime.server.Caller;
import dev.tributary.runtime.server.Scope;
import io.grpc.stub.StreamObserver;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** The calls about commissions. */
public final class CommissionGrpcService extends CommissionServiceGrpc.CommissionServiceImplBase {
  private final TermsBook terms;
  private final Periods periods;
  private final Statements statements;
  private final Payouts payouts;
  private final WithheldChanges withheld;
  private final Clock clock;

  /** The calls of one database. */
  public CommissionGrpcService(
      TermsBook terms,
      Periods periods,
      Statements statements,
      Payouts payouts,
      WithheldChanges withheld,
      Clock clock) {
    this.terms = terms;
    this.periods = periods;
    this.statements = statements;
    this.payouts = payouts;
    this.withheld = withheld;
    this.clock = clock;
  }

  @Override
  public void putTerms(PutTermsRequest request, StreamObserver<PutTermsResponse> out) {
    Caller caller = Caller.current();
    caller.require(Scope.WRITE);
    TermsBook.Put put = terms.put(caller.workspace(), request.getTerms());
    reply(
        out,
        PutTermsResponse.newBuilder()
            .setTerms(
                CommissionTermsProtos.toProto(put.stored().terms(), put.stored().createTime()))
            .setPosition(put.position())
            .build());
  }

  @Override
  public void getTerms(GetTermsRequest request, StreamObserver<GetTermsResponse> out) {
    Caller caller = Caller.current();
    caller.require(Scope.READ);
    String id = Requests.field(() -> Fields.id("collaboration_id", request.getCollaborationId()));
    Instant time =
        Requests.field(() -> Fields.optionalTime("time", request.hasTime(), request.getTime()))
            .orElseGet(clock::instant);
    StoredTerms stored =
        terms
            .inForceAt(caller.workspace(), id, time)
            .orElseThrow(() -> ApiException.notFound("commission_terms", id));
    reply(
        out,
        GetTermsResponse.newBuilder()
            .setTerms(CommissionTermsProtos.toProto(stored.terms(), stored.createTime()))
            .build());
  }

  @Override
  public void listTerms(ListTermsRequest request, StreamObserver<ListTermsResponse> out) {
    Caller caller = Caller.current();
    caller.require(Scope.READ);
    String id =
        Requests.field(() -> Fields.optionalId("collaboration_id", request.getCollaborationId()))
            .orElse("");
    Paging paging = Paging.of(request, 2);
    List<StoredTerms> rows =
        terms.page(
            caller.workspace(),
            id,
            paging.after().map(key -> key.get(0)).orElse(""),
            paging.after().map(key -> StatementRequests.number(key.get(1))).orElse(0L).intValue(),
            paging.limit());
    reply(
        out,
        ListTermsResponse.newBuilder()
            .addAllTerms(
                paging.items(rows).stream()
                    .map(row -> CommissionTermsProtos.toProto(row.terms(), row.createTime()))
                    .toList())
            .setNextPageToken(
                paging.nextToken(
                    rows,
                    row ->
                        List.of(
                            row.terms().owner().collaborationId(),
                            Integer.toString(row.terms().version()))))
            .build());
  }

  @Override
  public void lockPeriod(LockPeriodRequest request, StreamObserver<LockPeriodResponse> out) {
    Caller caller = Caller.current();
    caller.require(Scope.WRITE);
    String lockId = Requests.field(() -> Fields.id("lock_id", request.getLockId()));
    String storefrontId = StatementRequests.storefrontId(request);
    reply(
        out,
        periods.lock(
            caller.workspace(),
            lockId,
            StatementRequests.period(
                request, () -> periods.zoneOf(caller.workspace(), storefrontId)),
            request.getValidateOnly()));
  }

  @Override
  public void listStatements(
      ListStatementsRequest request, StreamObserver<ListStatementsResponse> out) {
    Caller caller = Caller.current();
    caller.require(Scope.READ);
    Paging paging = Paging.of(request, 1);
    Statements.Listed listed =
        statements.page(
            caller.workspace(),
            StatementRequests.filter(request),
            StatementRequests.after(paging),
            paging.limit());
    reply(
        out,
        ListStatementsResponse.newBuilder()
            .addAllStatements(
                paging.items(listed.statements()).stream().map(StatementProtos::toProto).toList())
            .addAllTotals(
                listed.sums().stream()
                    .map(
                        sum ->
                            StatementProtos.toProto(
                                sum.currency(), sum.count(), sum.totals(), sum.paidMinor()))
                    .toList())
            .setNextPageToken(
                paging.nextToken(listed.statements(), row -> List.of(Long.toString(row.number()))))
            .build());
  }

  @Override
  public void getStatement(GetStatementRequest request, StreamObserver<GetStatementResponse> out) {
    Caller caller = Caller.current();
    caller.require(Scope.READ);
    long number = StatementRequests.statementNumber(request);
    Paging paging = Paging.of(request, 1);
    Statements.Detailed detailed =
        statements.statement(
            caller.workspace(), number, (int) StatementRequests.after(paging), paging.limit());
    reply(
        out,
        GetStatementResponse.newBuilder()
            .setStatement(StatementProtos.toProto(detailed.statement()))
            .addAllLines(
                paging.items(detailed.lines()).stream().map(StatementProtos::toProto).toList())
            .setNextPageToken(
                paging.nextToken(detailed.lines(), row -> List.of(Integer.toString(row.lineNo()))))
            .build());
  }

  @Override
  public void listOpenLines(
      ListOpenLinesRequest request, StreamObserver<ListOpenLinesResponse> out) {
    Caller caller = Caller.current();
    caller.require(Scope.READ);
    String id = Requests.field(() -> Fields.id("collaboration_id", request.getCollaborationId()));
    reply(
        out, OpenLinesProtos.toProto(statements.open(caller.workspace(), id), request.getState()));
  }

  @Override
  public void markPaid(MarkPaidRequest request, StreamObserver<MarkPaidResponse> out) {
    Caller caller = Caller.current();
    caller.require(Scope.WRITE);
    List<Statement> paid =
        payouts.pay(
            caller.workspace(),
            StatementRequests.numbers(request),
            StatementRequests.payout(request));
    reply(
        out,
        MarkPaidResponse.newBuilder()
            .addAllStatements(paid.stream().map(StatementProtos::toProto).toList())
            .build());
  }

  @Override
  public void listWithheldChanges(
      ListWithheldChangesRequest request, StreamObserver<ListWithheldChangesResponse> out) {
    Caller caller = Caller.current();
    caller.require(Scope.READ);
    Paging paging = Paging.of(request, WithheldChangeProtos.KEY_PARTS);
    List<WithheldStore.Row> rows =
        withheld.page(caller.workspace(), WithheldChangeProtos.after(paging), paging.limit());
    reply(
        out,
        ListWithheldChangesResponse.newBuilder()
            .addAllChanges(paging.items(rows).stream().map(WithheldChanges::toProto).toList())
            .setNextPageToken(paging.nextToken(rows, WithheldChangeProtos::key))
            .build());
  }
}
