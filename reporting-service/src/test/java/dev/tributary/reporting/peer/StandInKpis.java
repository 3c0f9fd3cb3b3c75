package dev.tributary.reporting.peer;

import dev.tributary.metrics.v1.KpiServiceGrpc.KpiServiceImplBase;
import dev.tributary.metrics.v1.ListDataFaultsRequest;
import dev.tributary.metrics.v1.ListDataFaultsResponse;
import dev.tributary.metrics.v1.ListKpisRequest;
import dev.tributary.metrics.v1.ListKpisResponse;
import dev.tributary.metrics.v1.QueryKpisRequest;
import dev.tributary.metrics.v1.QueryKpisResponse;
import dev.tributary.metrics.v1.QuerySeriesRequest;
import dev.tributary.metrics.v1.QuerySeriesResponse;
import dev.tributary.runtime.server.Replies;
import io.grpc.Context;
import io.grpc.stub.StreamObserver;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;

/** A KPI engine that remembers what it was asked. */
public final class StandInKpis extends KpiServiceImplBase {
  private final StandIns peers;
  private final List<QueryKpisRequest> queries = new CopyOnWriteArrayList<>();
  private final List<QuerySeriesRequest> series = new CopyOnWriteArrayList<>();
  private final List<ListDataFaultsRequest> faults = new CopyOnWriteArrayList<>();
  private volatile Optional<RuntimeException> refusal = Optional.empty();
  private volatile Optional<CompletableFuture<Boolean>> silence = Optional.empty();
  private volatile int rowsPerPage = 1_000;

  StandInKpis(StandIns peers) {
    this.peers = peers;
  }

  /** What QueryKpis was asked. */
  public List<QueryKpisRequest> queries() {
    return queries;
  }

  /** What QuerySeries was asked. */
  public List<QuerySeriesRequest> series() {
    return series;
  }

  /** What ListDataFaults was asked. */
  public List<ListDataFaultsRequest> faults() {
    return faults;
  }

  /** Refuses every query from now on. */
  public void refuse(RuntimeException reason) {
    refusal = Optional.of(reason);
  }

  /** Answers no query from now on; the future completes when the caller gave up. */
  public CompletableFuture<Boolean> fallSilent() {
    CompletableFuture<Boolean> givenUp = new CompletableFuture<>();
    silence = Optional.of(givenUp);
    return givenUp;
  }

  /** Answers queries in pages. */
  public void rowsPerPage(int rows) {
    rowsPerPage = rows;
  }

  @Override
  public void listKpis(ListKpisRequest request, StreamObserver<ListKpisResponse> out) {
    peers.noteCaller();
    Replies.reply(
        out, ListKpisResponse.newBuilder().addAllKpis(peers.answers().definitions()).build());
  }

  @Override
  public void queryKpis(QueryKpisRequest request, StreamObserver<QueryKpisResponse> out) {
    peers.noteCaller();
    queries.add(request);
    refusal.ifPresent(
        reason -> {
          throw reason;
        });
    if (silence.isPresent()) {
      Context.current().addListener(ended -> silence.get().complete(true), Runnable::run);
      return;
    }
    KpiAnswer answer = peers.answers().kpis();
    int from = request.getPageToken().isEmpty() ? 0 : Integer.parseInt(request.getPageToken());
    int to = Math.min(answer.rows().size(), from + rowsPerPage);
    Replies.reply(
        out,
        QueryKpisResponse.newBuilder()
            .addAllRows(answer.rows().subList(from, to))
            .setTotal(answer.total().orElseThrow())
            .setNextPageToken(to < answer.rows().size() ? String.valueOf(to) : "")
            .setRevenueBase(answer.revenueBase())
            .setCurrencyCode(answer.currencyCode())
            .addAllAsOf(answer.asOf())
            .build());
  }

  @Override
  public void querySeries(QuerySeriesRequest request, StreamObserver<QuerySeriesResponse> out) {
    peers.noteCaller();
    series.add(request);
    Replies.reply(
        out, QuerySeriesResponse.newBuilder().addAllPoints(peers.answers().series()).build());
  }

  @Override
  public void listDataFaults(
      ListDataFaultsRequest request, StreamObserver<ListDataFaultsResponse> out) {
    peers.noteCaller();
    faults.add(request);
    Replies.reply(out, peers.answers().faults());
  }
}
