package dev.tributary.runtime.server;

import com.google.protobuf.StringValue;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.StreamObserver;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** What a stream brought, for a test to wait on. */
final class Collected implements StreamObserver<StringValue> {
  private static final int WAIT_SECONDS = 20;

  private final BlockingQueue<String> texts = new LinkedBlockingQueue<>();
  private final CompletableFuture<StatusRuntimeException> failure = new CompletableFuture<>();
  private final CompletableFuture<Boolean> completed = new CompletableFuture<>();

  String next() throws Exception {
    return texts.poll(WAIT_SECONDS, TimeUnit.SECONDS);
  }

  StatusRuntimeException failure() throws Exception {
    return failure.get(WAIT_SECONDS, TimeUnit.SECONDS);
  }

  boolean completed() throws Exception {
    return completed.get(WAIT_SECONDS, TimeUnit.SECONDS);
  }

  @Override
  public void onNext(StringValue text) {
    texts.add(text.getValue());
  }

  @Override
  public void onError(Throwable thrown) {
    failure.complete((StatusRuntimeException) thrown);
  }

  @Override
  public void onCompleted() {
    completed.complete(true);
  }
}
