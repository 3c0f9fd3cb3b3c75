package dev.tributary.ingestion.observation;

import dev.tributary.ingestion.v1.ListObservationsRequest;
import dev.tributary.ingestion.v1.ListObservationsResponse;
import dev.tributary.ingestion.v1.ObservationServiceGrpc.ObservationServiceImplBase;
import dev.tributary.ingestion.v1.RecordObservationsRequest;
import dev.tributary.ingestion.v1.RecordObservationsResponse;
import dev.tributary.ingestion.v1.StreamObservationsRequest;
import dev.tributary.ingestion.v1.StreamObservationsResponse;
import dev.tributary.runtime.api.ApiException;
import dev.tributary.runtime.api.Batches;
import dev.tributary.runtime.api.Rejected;
import dev.tributary.runtime.server.Caller;
import dev.tributary.runtime.server.Replies;
import dev.tributary.runtime.server.Scope;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;

/** The calls about observations. Recording wants scope WRITE, listing READ. */
public final class ObservationGrpcService extends ObservationServiceImplBase {
  private final Observations observations;

  /** The calls of one record of observations. */
  public ObservationGrpcService(Observations observations) {
    this.observations = observations;
  }

  @Override
  public void recordObservations(
      RecordObservationsRequest request, StreamObserver<RecordObservationsResponse> out) {
    String workspace = workspace(Scope.WRITE);
    Batches.check("observations", request.getObservationsCount());
    RecordOutcome outcome = observations.record(workspace, request.getObservationsList());
    Replies.reply(out, ObservationProtos.recorded(outcome));
  }

  @Override
  public StreamObserver<StreamObservationsRequest> streamObservations(
      StreamObserver<StreamObservationsResponse> out) {
    var call = (ServerCallStreamObserver<StreamObservationsResponse>) out;
    return ObservationStream.open(observations, workspace(Scope.WRITE), call);
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
