package dev.tributary.runtime.server;

import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.util.concurrent.CompletableFuture;

/**
 * Keeps unary handlers plain: {@code reply(out, answerTo(request))}; what is thrown flies to the
 * interceptors.
 */
public final class Replies {
  private Replies() {}

  /** Sends the one answer of a unary call and completes it. */
  public static <T> void reply(StreamObserver<T> out, T message) {
    out.onNext(message);
    out.onCompleted();
  }

  /**
   * Sends the one answer of a unary call when it is there, or the fault instead; to be called from
   * the handler. When the caller goes away, the answer is cancelled.
   */
  public static <T> void replyWhenDone(CompletableFuture<T> answer, StreamObserver<T> out) {
    ((ServerCallStreamObserver<T>) out).setOnCancelHandler(() -> answer.cancel(false));
    var unused =
        answer.whenComplete(
            (message, fault) -> {
              if (fault == null) {
                reply(out, message);
              } else {
                out.onError(fault);
              }
            });
  }
}
