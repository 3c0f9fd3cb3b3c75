package dev.tributary.bench.process;

import dev.tributary.attribution.v1.RecordTouchesRequest;
import dev.tributary.attribution.v1.RecordTouchesResponse;
import dev.tributary.attribution.v1.TouchServiceGrpc;
import dev.tributary.runtime.api.Verdicts;
import dev.tributary.type.v1.Verdict;
import io.grpc.Server;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.StreamObserver;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.LongAdder;

/**
 * A server that takes the same requests as the service and gives the same answers, but does nothing
 * in between: the ceiling of what gRPC lets through. No interceptors, handlers on the network's
 * threads. Each line of its input is answered with the touches seen so far; ends with its input.
 */
public final class NoOpServer extends TouchServiceGrpc.TouchServiceImplBase {
  static final String LISTENS = "no-op listens on ";

  /** As long as the position of a call that wrote to a few shards. */
  private static final String POSITION = "p".repeat(64);

  private final Verdict recorded = Verdicts.recorded();
  private final LongAdder touches = new LongAdder();

  private NoOpServer() {}

  /** Serves until the input ends. */
  public static void main(String[] arguments) throws IOException {
    NoOpServer service = new NoOpServer();
    Server server =
        NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
            .directExecutor()
            .addService(service)
            .build()
            .start();
    System.out.println(LISTENS + "127.0.0.1:" + server.getPort());
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    while (in.readLine() != null) {
      System.out.println(service.touches.sum());
    }
    server.shutdownNow();
  }

  @Override
  public void recordTouches(
      RecordTouchesRequest request, StreamObserver<RecordTouchesResponse> out) {
    int count = request.getTouchesCount();
    touches.add(count);
    RecordTouchesResponse.Builder response =
        RecordTouchesResponse.newBuilder().setPosition(POSITION);
    for (int i = 0; i < count; i++) {
      response.addResults(recorded);
    }
    out.onNext(response.build());
    out.onCompleted();
  }
}
