package dev.tributary.attribution.touch;

import static dev.tributary.runtime.server.Replies.reply;
import static dev.tributary.runtime.server.Replies.replyWhenDone;

import dev.tributary.attribution.identity.IdentityLink;
import dev.tributary.attribution.identity.IdentityLinkLog;
import dev.tributary.attribution.identity.IdentityLinkProtos;
import dev.tributary.attribution.v1.LinkIdentitiesRequest;
import dev.tributary.attribution.v1.LinkIdentitiesResponse;
import dev.tributary.attribution.v1.RecordTouchesRequest;
import dev.tributary.attribution.v1.RecordTouchesResponse;
import dev.tributary.attribution.v1.StreamTouchesRequest;
import dev.tributary.attribution.v1.StreamTouchesResponse;
import dev.tributary.attribution.v1.Touch;
import dev.tributary.attribution.v1.TouchServiceGrpc;
import dev.tributary.runtime.api.Batches;
import dev.tributary.runtime.api.ParsedBatch;
import dev.tributary.runtime.group.FactLog;
import dev.tributary.runtime.group.RecordedFacts;
import dev.tributary.runtime.identity.PersonHasher;
import dev.tributary.runtime.server.BatchStream;
import dev.tributary.runtime.server.Caller;
import dev.tributary.runtime.server.Scope;
import io.grpc.stub.StreamObserver;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/**
 * The calls about touches and whose they are. Those that record touches wait for nothing: they
 * parse, queue, and answer when the writer says so.
 */
public final class TouchGrpcService extends TouchServiceGrpc.TouchServiceImplBase {
  /** Methods that run on the network's threads. */
  public static final Set<String> HOT_METHODS =
      Set.of(
          TouchServiceGrpc.getRecordTouchesMethod().getFullMethodName(),
          TouchServiceGrpc.getStreamTouchesMethod().getFullMethodName());

  private final FactLog<IncomingTouch> log;
  private final IdentityLinkLog identities;
  private final PersonHasher hasher;
  private final Clock clock;

  /**
   * The calls of one database.
   *
   * @param log takes touches in
   * @param identities records whose visitors are
   * @param hasher hides persons before anything else sees them
   * @param clock tells what is in the future
   */
  public TouchGrpcService(
      FactLog<IncomingTouch> log, IdentityLinkLog identities, PersonHasher hasher, Clock clock) {
    this.log = log;
    this.identities = identities;
    this.hasher = hasher;
    this.clock = clock;
  }

  @Override
  public void recordTouches(
      RecordTouchesRequest request, StreamObserver<RecordTouchesResponse> out) {
    replyWhenDone(
        record(Caller.current(), request.getTouchesList(), request.getSerializedSize())
            .thenApply(TouchProtos::recorded),
        out);
  }

  @Override
  public StreamObserver<StreamTouchesRequest> streamTouches(
      StreamObserver<StreamTouchesResponse> out) {
    Caller caller = Caller.current();
    return BatchStream.open(
        out,
        batch ->
            record(caller, batch.getTouchesList(), batch.getSerializedSize())
                .thenApply(TouchProtos::streamed));
  }

  @Override
  public void linkIdentities(
      LinkIdentitiesRequest request, StreamObserver<LinkIdentitiesResponse> out) {
    Caller caller = Caller.current();
    caller.require(Scope.WRITE);
    Batches.check("identity_links", request.getIdentityLinksCount());
    Instant now = clock.instant();
    String workspace = caller.workspace();
    ParsedBatch<IdentityLink> batch =
        ParsedBatch.of(
            request.getIdentityLinksList(),
            link -> IdentityLinkProtos.parse(link, workspace, hasher, now));
    reply(out, IdentityLinkProtos.recorded(batch, identities.record(workspace, batch.accepted())));
  }

  private CompletableFuture<RecordedFacts> record(Caller caller, List<Touch> touches, int bytes) {
    caller.require(Scope.WRITE);
    Batches.check("touches", touches.size());
    Instant now = clock.instant();
    String workspace = caller.workspace();
    ParsedBatch<IncomingTouch> batch =
        ParsedBatch.of(
            touches,
            touch -> IncomingTouch.of(workspace, TouchProtos.parse(touch, workspace, hasher, now)));
    return log.record(workspace, batch, bytes);
  }
}
