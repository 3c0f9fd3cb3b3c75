package dev.tributary.runtime.server;

import io.grpc.Context;
import io.grpc.Contexts;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCall.Listener;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;

/** Turns the credential of a call into its {@link Caller}, or refuses the call. */
final class Callers implements ServerInterceptor {
  private final ApiKeys keys;

  Callers(ApiKeys keys) {
    this.keys = keys;
  }

  @Override
  public <Q, A> Listener<Q> interceptCall(
      ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
    String authorization = headers.get(CallContext.AUTHORIZATION_HEADER);
    Caller caller = keys.caller(authorization);
    CallContext.ENTRY.get().workspace(caller.workspace());
    Context context = Context.current().withValue(CallContext.CALLER, caller);
    if (authorization != null) {
      context = context.withValue(CallContext.AUTHORIZATION, authorization);
    }
    return Contexts.interceptCall(context, call, headers, next);
  }
}
