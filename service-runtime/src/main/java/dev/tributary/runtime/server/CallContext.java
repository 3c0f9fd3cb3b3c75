package dev.tributary.runtime.server;

import io.grpc.Context;
import io.grpc.Metadata;
import java.util.function.Consumer;

/** What the interceptors know about a call and hand on in its {@link Context}. */
final class CallContext {
  /** Who calls. */
  static final Context.Key<Caller> CALLER = Context.key("tributary-caller");

  /** The credential as it came, to be forwarded to peers. */
  static final Context.Key<String> AUTHORIZATION = Context.key("tributary-authorization");

  /** The call's entry of the request log. */
  static final Context.Key<CallEntry> ENTRY = Context.key("tributary-call-entry");

  /** Ends the call for a fault, from outside of its handler and from any thread. */
  static final Context.Key<Consumer<Throwable>> END = Context.key("tributary-end");

  /** Header of the credential: "Bearer" and an API key. */
  static final Metadata.Key<String> AUTHORIZATION_HEADER =
      Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER);

  /** Header of the request id; taken over from a peer so that one id leads through all logs. */
  static final Metadata.Key<String> REQUEST_ID_HEADER =
      Metadata.Key.of("x-request-id", Metadata.ASCII_STRING_MARSHALLER);

  private CallContext() {}
}
