package dev.tributary.runtime.server;

import io.grpc.stub.StreamObserver;

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
}
