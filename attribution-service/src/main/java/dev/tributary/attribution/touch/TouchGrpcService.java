package dev.tributary.attribution.touch;

import static dev.tributary.runtime.server.Replies.reply;

import dev.tributary.attribution.batch.ParsedBatch;
import dev.tributary.attribution.batch.Recording;
import dev.tributary.attribution.v1.RecordTouchesRequest;
import dev.tributary.attribution.v1.RecordTouchesResponse;
import dev.tributary.attribution.v1.TouchServiceGrpc;
import dev.tributary.runtime.api.Batches;
import dev.tributary.runtime.api.Verdicts;
import dev.tributary.runtime.identity.PersonHasher;
import dev.tributary.runtime.server.Caller;
import dev.tributary.runtime.server.Scope;
import io.grpc.stub.StreamObserver;
import java.time.Clock;
import java.time.Instant;

/** The calls about touches. */
public final class TouchGrpcService extends TouchServiceGrpc.TouchServiceImplBase {
  private final TouchLog log;
  private final PersonHasher hasher;
  private final Clock clock;

  /**
   * The calls of one database.
   *
   * @param hasher hides persons before anything else sees them
   * @param clock tells what is in the future
   */
  public TouchGrpcService(TouchLog log, PersonHasher hasher, Clock clock) {
    this.log = log;
    this.hasher = hasher;
    this.clock = clock;
  }

  @Override
  public void recordTouches(
      RecordTouchesRequest request, StreamObserver<RecordTouchesResponse> out) {
    Caller caller = Caller.current();
    caller.require(Scope.WRITE);
    Batches.check("touches", request.getTouchesCount());
    Instant now = clock.instant();
    ParsedBatch<NewTouch> batch =
        ParsedBatch.of(
            request.getTouchesList(),
            touch -> TouchProtos.parse(touch, caller.workspace(), hasher, now));
    Recording recording = log.record(caller.workspace(), batch.accepted());
    reply(
        out,
        RecordTouchesResponse.newBuilder()
            .addAllResults(batch.results(recording.verdicts(), Verdicts::rejected))
            .setPosition(recording.position())
            .build());
  }
}
