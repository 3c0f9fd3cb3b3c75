package dev.tributary.attribution.commission;

import dev.tributary.runtime.log.Shards;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The table commission_payment. */
final class PaymentStore {
  /** Adds a payment unless its id is there. */
  void insert(Handle handle, String workspace, Payout payout, Instant now) {
    handle
        .createUpdate(
            """
            insert into commission_payment (
              shard, workspace, payment_id, reference, payment_date, create_time)
            values (:shard, :workspace, :paymentId, :reference, :date, :now)
            on conflict do nothing""")
        .bind("shard", shard(workspace, payout.paymentId()))
        .bind("workspace", workspace)
        .bind("paymentId", payout.paymentId())
        .bind("reference", payout.reference())
        .bind("date", payout.date())
        .bind("now", now)
        .execute();
  }

  /** The payment with an id. */
  Optional<Payout> find(Handle handle, String workspace, String paymentId) {
    return handle
        .createQuery(
            """
            select payment_id, reference, payment_date from commission_payment
            where shard = :shard and workspace = :workspace and payment_id = :paymentId""")
        .bind("shard", shard(workspace, paymentId))
        .bind("workspace", workspace)
        .bind("paymentId", paymentId)
        .map(
            (row, context) ->
                new Payout(
                    row.getString("payment_id"),
                    row.getString("reference"),
                    row.getObject("payment_date", LocalDate.class)))
        .findOne();
  }

  private static int shard(String workspace, String paymentId) {
    return Shards.of(workspace, "payment", paymentId);
  }
}
