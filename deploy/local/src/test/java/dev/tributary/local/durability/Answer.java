package dev.tributary.local.durability;

import io.grpc.stub.StreamObserver;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** The answer to a call of one request and one response. */
final class Answer<A> extends CompletableFuture<A> implements StreamObserver<A> {
  private volatile @Nullable A value;

  @Override
  public void onNext(A answer) {
    value = answer;
  }

  @Override
  public void onError(Throwable fault) {
    completeExceptionally(fault);
  }

  @Override
  public void onCompleted() {
    A answer = value;
    if (answer == null) {
      completeExceptionally(new IllegalStateException("the call ended without an answer"));
    } else {
      complete(answer);
    }
  }
}
