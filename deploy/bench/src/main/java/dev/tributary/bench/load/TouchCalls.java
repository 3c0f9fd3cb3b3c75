package dev.tributary.bench.load;

import dev.tributary.attribution.v1.RecordTouchesRequest;
import dev.tributary.attribution.v1.RecordTouchesResponse;
import dev.tributary.attribution.v1.TouchServiceGrpc;
import io.grpc.Channel;

/** RecordTouches with fresh touches. */
final class TouchCalls implements Payload {
  private final Touches touches;

  TouchCalls(Touches touches) {
    this.touches = touches;
  }

  @Override
  public void send(Channel channel, int items, Answer answer) {
    RecordTouchesRequest.Builder request = RecordTouchesRequest.newBuilder();
    for (int i = 0; i < items; i++) {
      request.addTouches(touches.next());
    }
    TouchServiceGrpc.newStub(channel)
        .recordTouches(
            request.build(), new Judgement<>(RecordTouchesResponse::getResultsList, answer));
  }
}
