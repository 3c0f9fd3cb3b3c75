package dev.tributary.runtime.group;

import org.jdbi.v3.core.Handle;

/** The table log_writer. */
record WriterStore(String writerId, String kind, int writers) {

  /** Says that these writers live, and counts all of the kind. */
  int beat(Handle handle) {
    int known =
        handle
            .createUpdate(
                "update log_writer set beat_time = current_timestamp where writer_id = :writerId")
            .bind("writerId", writerId)
            .execute();
    if (known == 0) {
      enter(handle);
    }
    return handle
        .createQuery(
            """
            select coalesce(sum(writers), 0) from log_writer
            where kind = :kind and beat_time > current_timestamp - interval '5' second""")
        .bind("kind", kind)
        .mapTo(int.class)
        .one();
  }

  /** Says that these writers are gone. */
  int leave(Handle handle) {
    return handle
        .createUpdate("delete from log_writer where writer_id = :writerId")
        .bind("writerId", writerId)
        .execute();
  }

  /** Whoever enters removes those that died long ago. */
  private void enter(Handle handle) {
    handle.execute(
        "delete from log_writer where beat_time < current_timestamp - interval '1' hour");
    handle
        .createUpdate(
            """
            insert into log_writer (writer_id, kind, writers, beat_time)
            values (:writerId, :kind, :writers, current_timestamp)""")
        .bind("writerId", writerId)
        .bind("kind", kind)
        .bind("writers", writers)
        .execute();
  }
}
