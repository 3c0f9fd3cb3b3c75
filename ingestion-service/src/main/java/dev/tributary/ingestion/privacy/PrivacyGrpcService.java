package dev.tributary.ingestion.privacy;

import static dev.tributary.runtime.server.Replies.reply;

import dev.tributary.ingestion.v1.EraseSubjectRequest;
import dev.tributary.ingestion.v1.EraseSubjectResponse;
import dev.tributary.ingestion.v1.PrivacyServiceGrpc;
import dev.tributary.runtime.api.ApiException;
import dev.tributary.runtime.api.Rejected;
import dev.tributary.runtime.identity.PersonHasher;
import dev.tributary.runtime.server.Caller;
import dev.tributary.runtime.server.Scope;
import io.grpc.stub.StreamObserver;

/** The calls that forget persons. */
public final class PrivacyGrpcService extends PrivacyServiceGrpc.PrivacyServiceImplBase {
  private final Erasures erasures;
  private final PersonHasher hasher;

  /**
   * The calls of one database.
   *
   * @param hasher hides persons before anything else sees them
   */
  public PrivacyGrpcService(Erasures erasures, PersonHasher hasher) {
    this.erasures = erasures;
    this.hasher = hasher;
  }

  @Override
  public void eraseSubject(EraseSubjectRequest request, StreamObserver<EraseSubjectResponse> out) {
    Caller caller = Caller.current();
    caller.require(Scope.WRITE);
    reply(out, PrivacyProtos.toProto(erasures.erase(parsed(request, caller.workspace()))));
  }

  private Erasure parsed(EraseSubjectRequest request, String workspace) {
    try {
      return PrivacyProtos.parse(request, workspace, hasher);
    } catch (Rejected refusal) {
      throw ApiException.fieldInvalid(refusal);
    }
  }
}
