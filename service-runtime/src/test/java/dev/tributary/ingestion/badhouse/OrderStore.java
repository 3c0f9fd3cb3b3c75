package dev.tributary.ingestion.badhouse;

import io.grpc.Status;

/** A store that speaks gRPC. */
public interface OrderStore {
  /** Answers with a status. */
  Status find(String id);
}
