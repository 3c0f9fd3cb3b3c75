package dev.tributary.attribution.health;

import dev.tributary.attribution.request.Requests;
import dev.tributary.attribution.v1.GetCodeHealthRequest;
import dev.tributary.attribution.v1.GetCodeHealthResponse;
import dev.tributary.runtime.feed.Freshness;
import dev.tributary.type.v1.AsOf;
import io.grpc.stub.StreamObserver;
import java.util.List;

/** Answers questions about codes, once what the caller has written is settled. */
public final class HealthAnswers {
  private final CodeHealths healths;
  private final Freshness settled;

  /**
   * Answers of one database.
   *
   * @param settled how far the settler has come
   */
  public HealthAnswers(CodeHealths healths, Freshness settled) {
    this.healths = healths;
    this.settled = settled;
  }

  /** Answers a call of a workspace. */
  public void answer(
      String workspace, GetCodeHealthRequest request, StreamObserver<GetCodeHealthResponse> out) {
    Question question = Requests.field(() -> QuestionProtos.parse(request));
    settled.serve(
        Requests.positions(request.getAtLeastList()),
        out,
        () -> {
          List<AsOf> asOf = settled.asOf();
          return HealthProtos.toProto(healths.of(workspace, question)).toBuilder()
              .addAllAsOf(asOf)
              .build();
        });
  }
}
