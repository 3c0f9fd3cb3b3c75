package dev.tributary.attribution.reconciliation;

import dev.tributary.attribution.request.Requests;
import dev.tributary.attribution.v1.ReconcileRequest;
import dev.tributary.attribution.v1.ReconcileResponse;
import dev.tributary.runtime.api.ApiException;
import dev.tributary.runtime.feed.Freshness;
import dev.tributary.type.v1.AsOf;
import io.grpc.stub.StreamObserver;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One call of Reconcile: takes the shop's orders in, and compares when the last has come. */
public final class ReconcileStream implements StreamObserver<ReconcileRequest> {
  private final String workspace;
  private final Reconciliations reconciliations;
  private final Freshness settled;
  private final StreamObserver<ReconcileResponse> out;

  /** Null until the header has come. */
  private @Nullable ShopFile file;

  private List<String> atLeast = List.of();

  /**
   * A call of a workspace.
   *
   * @param settled how far the settler has come
   */
  public ReconcileStream(
      String workspace,
      Reconciliations reconciliations,
      Freshness settled,
      StreamObserver<ReconcileResponse> out) {
    this.workspace = workspace;
    this.reconciliations = reconciliations;
    this.settled = settled;
    this.out = out;
  }

  @Override
  public void onNext(ReconcileRequest batch) {
    ShopFile known = file;
    if (known == null) {
      known = opened(batch);
      file = known;
    } else if (batch.hasHeader()) {
      throw ApiException.fieldInvalid("header", "came again (expected: in the first message only)");
    }
    Terms terms = known.terms();
    int first = known.size();
    List<ShopOrder> orders = Requests.field(() -> ReconcileProtos.orders(batch, first, terms));
    known.add(orders, batch.toBuilder().clearHeader().build().toByteArray());
  }

  /** The caller went away; nothing was begun. */
  @Override
  public void onError(Throwable gone) {
    file = null;
  }

  @Override
  public void onCompleted() {
    ShopFile complete = file;
    if (complete == null) {
      throw ApiException.fieldInvalid("header", "absent (expected: in the first message)");
    }
    settled.serve(
        atLeast,
        out,
        () -> {
          List<AsOf> asOf = settled.asOf();
          return ReconciledProtos.toProto(reconciliations.reconcile(workspace, complete))
              .toBuilder()
              .addAllAsOf(asOf)
              .build();
        });
  }

  private ShopFile opened(ReconcileRequest first) {
    if (!first.hasHeader()) {
      throw ApiException.fieldInvalid("header", "absent (expected: in the first message)");
    }
    atLeast = Requests.positions(first.getHeader().getAtLeastList());
    return new ShopFile(Requests.field(() -> ReconcileProtos.terms(first.getHeader())));
  }
}
