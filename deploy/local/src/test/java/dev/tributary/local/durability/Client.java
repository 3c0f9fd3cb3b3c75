package dev.tributary.local.durability;

import dev.tributary.attribution.v1.Conversion;
import dev.tributary.attribution.v1.ConversionResult;
import dev.tributary.attribution.v1.ConversionServiceGrpc;
import dev.tributary.attribution.v1.RecordConversionsRequest;
import dev.tributary.attribution.v1.RecordConversionsResponse;
import dev.tributary.attribution.v1.RecordRefundsRequest;
import dev.tributary.attribution.v1.RecordRefundsResponse;
import dev.tributary.attribution.v1.RecordTouchesRequest;
import dev.tributary.attribution.v1.RecordTouchesResponse;
import dev.tributary.attribution.v1.Refund;
import dev.tributary.attribution.v1.RefundResult;
import dev.tributary.attribution.v1.StreamTouchesRequest;
import dev.tributary.attribution.v1.StreamTouchesResponse;
import dev.tributary.attribution.v1.Touch;
import dev.tributary.attribution.v1.TouchServiceGrpc;
import dev.tributary.ingestion.v1.Observation;
import dev.tributary.ingestion.v1.ObservationServiceGrpc;
import dev.tributary.ingestion.v1.RecordObservationsRequest;
import dev.tributary.ingestion.v1.RecordObservationsResponse;
import dev.tributary.ingestion.v1.StreamObservationsRequest;
import dev.tributary.ingestion.v1.StreamObservationsResponse;
import dev.tributary.runtime.server.Channels;
import dev.tributary.type.v1.Verdict;
import io.grpc.Grpc;
import io.grpc.InsecureChannelCredentials;
import io.grpc.ManagedChannel;
import io.grpc.stub.AbstractStub;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A caller of one process. The streams are one each, shared by all who send on them. */
final class Client implements AutoCloseable {
  private static final Duration DEADLINE = Duration.ofSeconds(60);

  private final ManagedChannel channel;
  private final StreamCaller<StreamTouchesRequest, StreamTouchesResponse> touchStream;
  private final StreamCaller<StreamObservationsRequest, StreamObservationsResponse>
      observationStream;

  /** Repeats nothing by itself, so that every fault is seen. */
  Client(String target) {
    this(Grpc.newChannelBuilder(target, InsecureChannelCredentials.create()).build());
  }

  private Client(ManagedChannel channel) {
    this.channel = channel;
    touchStream = new StreamCaller<>(TouchServiceGrpc.newStub(channel)::streamTouches);
    observationStream =
        new StreamCaller<>(ObservationServiceGrpc.newStub(channel)::streamObservations);
  }

  /** Tries again what is UNAVAILABLE, as production does: for those who look what is there. */
  static Client patient(String target) {
    return new Client(Channels.open(target, Optional.empty()));
  }

  /** For reads. */
  ManagedChannel channel() {
    return channel;
  }

  CompletableFuture<List<Verdict>> record(List<Touch> touches) {
    Answer<RecordTouchesResponse> answer = new Answer<>();
    timed(TouchServiceGrpc.newStub(channel))
        .recordTouches(RecordTouchesRequest.newBuilder().addAllTouches(touches).build(), answer);
    return answer.thenApply(RecordTouchesResponse::getResultsList);
  }

  CompletableFuture<List<Verdict>> stream(List<Touch> touches) {
    return touchStream
        .send(StreamTouchesRequest.newBuilder().addAllTouches(touches).build())
        .thenApply(StreamTouchesResponse::getResultsList);
  }

  CompletableFuture<List<Verdict>> recordConversions(List<Conversion> conversions) {
    Answer<RecordConversionsResponse> answer = new Answer<>();
    timed(ConversionServiceGrpc.newStub(channel))
        .recordConversions(
            RecordConversionsRequest.newBuilder().addAllConversions(conversions).build(), answer);
    return answer.thenApply(
        response -> response.getResultsList().stream().map(ConversionResult::getVerdict).toList());
  }

  CompletableFuture<List<Verdict>> recordRefunds(List<Refund> refunds) {
    Answer<RecordRefundsResponse> answer = new Answer<>();
    timed(ConversionServiceGrpc.newStub(channel))
        .recordRefunds(RecordRefundsRequest.newBuilder().addAllRefunds(refunds).build(), answer);
    return answer.thenApply(
        response -> response.getResultsList().stream().map(RefundResult::getVerdict).toList());
  }

  CompletableFuture<List<Verdict>> recordObservations(List<Observation> observations) {
    Answer<RecordObservationsResponse> answer = new Answer<>();
    timed(ObservationServiceGrpc.newStub(channel))
        .recordObservations(
            RecordObservationsRequest.newBuilder().addAllObservations(observations).build(),
            answer);
    return answer.thenApply(RecordObservationsResponse::getResultsList);
  }

  CompletableFuture<List<Verdict>> streamObservations(List<Observation> observations) {
    return observationStream
        .send(StreamObservationsRequest.newBuilder().addAllObservations(observations).build())
        .thenApply(StreamObservationsResponse::getResultsList);
  }

  @Override
  public void close() {
    channel.shutdownNow();
  }

  private static <S extends AbstractStub<S>> S timed(S stub) {
    return stub.withDeadlineAfter(DEADLINE.toMillis(), TimeUnit.MILLISECONDS);
  }
}
