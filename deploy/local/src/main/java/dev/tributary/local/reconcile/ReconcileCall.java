package dev.tributary.local.reconcile;

import dev.tributary.attribution.v1.ReconcileHeader;
import dev.tributary.attribution.v1.ReconcileRequest;
import dev.tributary.attribution.v1.ReconcileResponse;
import dev.tributary.attribution.v1.ShopOrder;
import dev.tributary.local.client.Peers;
import io.grpc.Status;
import io.grpc.StatusException;
import io.grpc.stub.BlockingClientCall;

/** Sends a shop's list in batches, no faster than the service takes them. */
final class ReconcileCall {
  private static final int BATCH_SIZE = 1_000;

  private final BlockingClientCall<ReconcileRequest, ReconcileResponse> call;
  private final ReconcileRequest.Builder batch = ReconcileRequest.newBuilder();

  /** A call that has sent nothing yet. */
  ReconcileCall(Peers peers, ReconcileHeader header) {
    this.call = peers.reconciling().reconcile();
    batch.setHeader(header);
  }

  /** Adds an order to the list. */
  void add(ShopOrder order) {
    batch.addOrders(order);
    if (batch.getOrdersCount() == BATCH_SIZE) {
      send();
    }
  }

  /** Ends the list and waits for the comparison. */
  ReconcileResponse end() {
    send();
    call.halfClose();
    return waiting(call::read);
  }

  /** False from {@code write} means that the service has ended the call; reading then tells why. */
  private void send() {
    if (!waiting(() -> call.write(batch.build()))) {
      waiting(call::read);
    }
    batch.clear();
  }

  private <T> T waiting(Step<T> step) {
    try {
      return step.run();
    } catch (StatusException refused) {
      throw refused.getStatus().asRuntimeException(refused.getTrailers());
    } catch (InterruptedException interrupted) {
      call.cancel("interrupted", interrupted);
      Thread.currentThread().interrupt();
      throw Status.CANCELLED.withDescription("interrupted").asRuntimeException();
    }
  }

  /** Something that may have to wait for the service. */
  private interface Step<T> {
    T run() throws StatusException, InterruptedException;
  }
}
