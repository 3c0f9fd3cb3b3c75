package dev.tributary.ingestion.observation;

import dev.tributary.ingestion.v1.ListObservationsRequest;
import dev.tributary.ingestion.v1.ListObservationsResponse;
import dev.tributary.ingestion.v1.Observation;
import dev.tributary.ingestion.v1.ObservationServiceGrpc;
import dev.tributary.ingestion.v1.ObservationServiceGrpc.ObservationServiceImplBase;
import dev.tributary.ingestion.v1.RecordObservationsRequest;
import dev.tributary.ingestion.v1.RecordObservationsResponse;
import dev.tributary.ingestion.v1.StreamObservationsRequest;
import dev.tributary.ingestion.v1.StreamObservationsResponse;
import dev.tributary.runtime.api.ApiException;
import dev.tributary.runtime.api.Batches;
import dev.tributary.runtime.api.Rejected;
import dev.tributary.runtime.group.RecordedFacts;
import dev.tributary.runtime.server.BatchStream;
import dev.tributary.runtime.server.Caller;
import dev.tributary.runtime.server.Replies;
import dev.tributary.runtime.server.Scope;
import io.grpc.stub.StreamObserver;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/** The calls about observations. Recording wants scope WRITE, listing READ. */
public final class ObservationGrpcService extends ObservationServiceImplBase {
  /** Methods that run on the network's threads: they parse, queue, and wait for nothing. */
  public static final Set<String> HOT_METHODS =
      Set.of(
          ObservationServiceGrpc.getRecordObservationsMethod().getFullMethodName(),
          ObservationServiceGrpc.getStreamObservationsMethod().getFullMethodName());

  private final Observations observations;

  /** The calls of one record of observations. */
  public ObservationGrpcService(Observations observations) {
    this.observations = observations;
  }

  @Override
  public void recordObservations(
      RecordObservationsRequest request, StreamObserver<RecordObservationsResponse> out) {
    Replies.replyWhenDone(
        record(workspace(Scope.WRITE), request.getObservationsList(), request.getSerializedSize())
            .thenApply(ObservationProtos::recorded),
        out);
  }

  @Override
  public StreamObserver<StreamObservationsRequest> streamObservations(
      StreamObserver<StreamObservationsResponse> out) {
    String workspace = workspace(Scope.WRITE);
    return BatchStream.open(
        out,
        batch ->
            record(workspace, batch.getObservationsList(), batch.getSerializedSize())
                .thenApply(ObservationProtos::streamed));
  }

  @Override
  public void listObservations(
      ListObservationsRequest request, StreamObserver<ListObservationsResponse> out) {
    String workspace = workspace(Scope.READ);
    ObservationPaging paging = ObservationPaging.of(request);
    ObservationPage page = observations.list(workspace, subject(request), paging);
    Replies.reply(
        out,
        ListObservationsResponse.newBuilder()
            .addAllObservations(page.observations())
            .setNextPageToken(page.nextToken())
            .build());
  }

  private CompletableFuture<RecordedFacts> record(
      String workspace, List<Observation> batch, int bytes) {
    Batches.check("observations", batch.size());
    return observations.record(workspace, batch, bytes);
  }

  private static String workspace(Scope scope) {
    Caller caller = Caller.current();
    caller.require(scope);
    return caller.workspace();
  }

  private static Subject subject(ListObservationsRequest request) {
    try {
      return ObservationProtos.subject(request);
    } catch (Rejected refusal) {
      throw ApiException.fieldInvalid(refusal);
    }
  }
}
