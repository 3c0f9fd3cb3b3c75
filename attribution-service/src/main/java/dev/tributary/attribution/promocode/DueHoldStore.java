package dev.tributary.attribution.promocode;

import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Finds codes with holds whose time has come, in all workspaces. */
final class DueHoldStore {
  /**
   * Codes with such a hold, at most so many. The counters know which codes have holds at all; they
   * are few beside the reservations, which need no index of their own for it.
   */
  List<DueCode> codes(Handle handle, Instant now, int limit) {
    return handle
        .createQuery(
            """
            select distinct n.shard, n.workspace, n.code_id from code_counter n
            where n.held > 0 and exists (
              select 1 from code_reservation r
              where r.shard = n.shard and r.workspace = n.workspace and r.code_id = n.code_id
                and r.state = :held and r.expire_time <= :now)
            limit :limit""")
        .bind("held", Reservation.State.HELD.name())
        .bind("now", now)
        .bind("limit", limit)
        .map(
            (row, context) ->
                new DueCode(
                    row.getInt("shard"), row.getString("workspace"), row.getString("code_id")))
        .list();
  }
}
