package dev.tributary.ingestion.observation;

import dev.tributary.ingestion.v1.StreamObservationsRequest;
import dev.tributary.ingestion.v1.StreamObservationsResponse;
import dev.tributary.runtime.api.Batches;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;

/**
 * One stream of batches, of which one is in flight at a time: the next is asked for when the one
 * before is answered and the caller has room for another answer. A sender that is too fast is held
 * back by HTTP/2, and one that does not read costs no memory. gRPC calls the methods one after
 * another.
 */
final class ObservationStream implements StreamObserver<StreamObservationsRequest> {
  private final Observations observations;
  private final String workspace;
  private final ServerCallStreamObserver<StreamObservationsResponse> out;

  /** Whether everything asked for has been answered. */
  private boolean isIdle = true;

  private ObservationStream(
      Observations observations,
      String workspace,
      ServerCallStreamObserver<StreamObservationsResponse> out) {
    this.observations = observations;
    this.workspace = workspace;
    this.out = out;
  }

  /**
   * Starts to take batches; to be called from the handler, which alone may turn automatic requests
   * off.
   */
  static ObservationStream open(
      Observations observations,
      String workspace,
      ServerCallStreamObserver<StreamObservationsResponse> out) {
    var stream = new ObservationStream(observations, workspace, out);
    out.disableAutoRequest();
    out.setOnReadyHandler(stream::askForBatch);
    stream.askForBatch();
    return stream;
  }

  @Override
  public void onNext(StreamObservationsRequest batch) {
    Batches.check("observations", batch.getObservationsCount());
    RecordOutcome outcome = observations.record(workspace, batch.getObservationsList());
    out.onNext(ObservationProtos.streamed(outcome));
    isIdle = true;
    askForBatch();
  }

  /** The caller went away; what was answered is recorded, and there is nothing to give back. */
  @Override
  public void onError(Throwable gone) {
    isIdle = false;
  }

  @Override
  public void onCompleted() {
    out.onCompleted();
  }

  private void askForBatch() {
    if (isIdle && out.isReady()) {
      isIdle = false;
      out.request(1);
    }
  }
}
