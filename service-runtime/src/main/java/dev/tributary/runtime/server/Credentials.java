package dev.tributary.runtime.server;

import dev.tributary.runtime.settings.Secret;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.ForwardingClientCall.SimpleForwardingClientCall;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Puts a credential on calls to other services. */
public final class Credentials {
  private Credentials() {}

  /** Calls in the name of this service, with its own key. */
  public static ClientInterceptor fixed(Secret key) {
    return adding(headers -> put(headers, ApiKeys.header(key.reveal())));
  }

  /**
   * Calls in the name of whoever called us: takes the credential and the request id of the call
   * that the thread's {@link io.grpc.Context} belongs to. Outside of a call it adds nothing.
   */
  public static ClientInterceptor forwarding() {
    return adding(
        headers -> {
          put(headers, CallContext.AUTHORIZATION.get());
          CallEntry entry = CallContext.ENTRY.get();
          if (entry != null) {
            headers.put(CallContext.REQUEST_ID_HEADER, entry.requestId());
          }
        });
  }

  private static void put(Metadata headers, @Nullable String authorization) {
    if (authorization != null) {
      headers.discardAll(CallContext.AUTHORIZATION_HEADER);
      headers.put(CallContext.AUTHORIZATION_HEADER, authorization);
    }
  }

  private static ClientInterceptor adding(Consumer<Metadata> change) {
    return new ClientInterceptor() {
      @Override
      public <Q, A> ClientCall<Q, A> interceptCall(
          MethodDescriptor<Q, A> method, CallOptions options, Channel next) {
        return new SimpleForwardingClientCall<>(next.newCall(method, options)) {
          @Override
          public void start(Listener<A> listener, Metadata headers) {
            change.accept(headers);
            super.start(listener, headers);
          }
        };
      }
    };
  }
}
