package dev.tributary.runtime.feed;

import org.jdbi.v3.core.Handle;

/**
 * The row of one feed in {@code feed_lease}. Times are the database's own, so clocks need not
 * agree.
 */
record LeaseStore(String feed) {

  /** Makes the row of a feed that was never followed, held by nobody; leaves an existing one. */
  void create(Handle handle) {
    handle
        .createUpdate(
            """
            insert into feed_lease (feed, holder, expire_time)
            values (:feed, '', current_timestamp) on conflict do nothing""")
        .bind("feed", feed)
        .execute();
  }

  /** Whether {@link #take} would succeed: nobody else holds the lease, or it has expired. */
  boolean isFreeFor(Handle handle, String holder) {
    return handle
        .createQuery(
            """
            select holder = :holder or holder = '' or expire_time <= current_timestamp
            from feed_lease where feed = :feed""")
        .bind("feed", feed)
        .bind("holder", holder)
        .mapTo(Boolean.class)
        .one();
  }

  /**
   * Takes the lease or renews it, for five seconds from now; answers whether it is the holder's.
   */
  boolean take(Handle handle, String holder) {
    return handle
            .createUpdate(
                """
                update feed_lease
                set holder = :holder, expire_time = current_timestamp + interval '5' second
                where feed = :feed
                  and (holder = :holder or holder = '' or expire_time <= current_timestamp)""")
            .bind("feed", feed)
            .bind("holder", holder)
            .execute()
        == 1;
  }

  /** Gives the lease back; answers whether it still was the holder's. */
  boolean release(Handle handle, String holder) {
    return handle
            .createUpdate(
                """
                update feed_lease set holder = '', expire_time = current_timestamp
                where feed = :feed and holder = :holder""")
            .bind("feed", feed)
            .bind("holder", holder)
            .execute()
        == 1;
  }
}
