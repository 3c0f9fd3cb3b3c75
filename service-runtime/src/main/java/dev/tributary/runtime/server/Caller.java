package dev.tributary.runtime.server;

import dev.tributary.runtime.api.ApiException;
import java.util.Set;

/**
 * Who is calling, as proven by the credential. The workspace of a request is this one and is in no
 * message.
 *
 * @param workspace the only workspace that the call can see
 * @param scopes what the credential may be used for
 */
public record Caller(String workspace, Set<Scope> scopes) {
  /** Keeps its own copy of the scopes. */
  public Caller {
    scopes = Set.copyOf(scopes);
  }

  /**
   * The caller of the call that the current thread works for. A handler that goes on in a thread of
   * its own takes its {@link io.grpc.Context} along.
   *
   * @throws IllegalStateException outside of a call: a fault of ours
   */
  public static Caller current() {
    Caller caller = CallContext.CALLER.get();
    if (caller == null) {
      throw new IllegalStateException("no caller in this context");
    }
    return caller;
  }

  /**
   * Lets the call go on only with the scope.
   *
   * @throws ApiException SCOPE_MISSING otherwise
   */
  public void require(Scope scope) {
    if (!scopes.contains(scope)) {
      throw ApiException.scopeMissing(scope.label());
    }
  }
}
