package dev.tributary.local.durability;

import dev.tributary.runtime.database.Database;
import dev.tributary.runtime.database.DatabaseConfig;
import java.util.Set;

/** The tables of attribution that say how often its only code is used. */
final class CodeTables implements AutoCloseable {
  private final Database database;

  CodeTables(DatabaseConfig config) {
    this.database = Database.open(config, "db/log", "db/follower", "db/attribution");
  }

  /** Uses of a state by the counters: {@code used}, {@code held} or {@code over_limit}. */
  long counted(String state) {
    return number("select coalesce(sum(" + state + "), 0) from code_counter");
  }

  /** Used and held at one moment. */
  long taken() {
    return number("select coalesce(sum(used + held), 0) from code_counter");
  }

  /** Used and held at one moment by the customer who has most. */
  long takenByOne() {
    return number("select coalesce(max(used + held), 0) from code_customer_counter");
  }

  /** Customers whose counter is not the number of their reservations. */
  long miscounted() {
    return number(
        """
        select count(*) from code_customer_counter n where n.used <> (
          select count(*) from code_reservation r
          where r.shard = n.shard and r.workspace = n.workspace and r.code_id = n.code_id
            and r.customer_key = n.customer_key and r.state = 'USED')""");
  }

  /** The orders whose reservations are in a state. */
  Set<String> orders(String state) {
    return database.read(
        handle ->
            handle
                .createQuery("select order_key from code_reservation where state = :state")
                .bind("state", state)
                .mapTo(String.class)
                .set());
  }

  /** The orders that are flagged. */
  Set<String> flagged() {
    return database.read(
        handle ->
            handle
                .createQuery("select order_id from conversion_note where kind = 'OVER_LIMIT'")
                .mapTo(String.class)
                .set());
  }

  @Override
  public void close() {
    database.close();
  }

  private long number(String sql) {
    return database.read(handle -> handle.createQuery(sql).mapTo(Long.class).one());
  }
}
