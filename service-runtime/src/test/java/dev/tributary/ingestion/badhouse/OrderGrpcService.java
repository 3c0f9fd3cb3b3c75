package dev.tributary.ingestion.badhouse;

/** A call that goes to the store directly. */
public final class OrderGrpcService {
  private final OrderStore store;

  OrderGrpcService(OrderStore store) {
    this.store = store;
  }

  boolean isKnown(String id) {
    return store.find(id).isOk();
  }
}
