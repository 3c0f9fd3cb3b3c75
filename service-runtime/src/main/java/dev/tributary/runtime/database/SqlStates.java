package dev.tributary.runtime.database;

import java.sql.SQLException;
import java.util.Objects;
import java.util.stream.Stream;

/** The SQLSTATE codes of a fault and its causes. */
final class SqlStates {
  /** Far more causes than anything throws; a bound, should a chain bite its tail. */
  private static final int CAUSES_MAX = 50;

  private SqlStates() {}

  /** The fault itself and all its causes, outermost first. */
  static Stream<Throwable> causes(Throwable fault) {
    return Stream.iterate(fault, Objects::nonNull, Throwable::getCause).limit(CAUSES_MAX);
  }

  /** Every code that the fault or a cause of it carries, batches' inner faults included. */
  static Stream<String> of(Throwable fault) {
    return causes(fault)
        .flatMap(SqlStates::withNext)
        .map(SQLException::getSQLState)
        .filter(Objects::nonNull);
  }

  /** A failed batch tells the statement's fault as its next exception. */
  private static Stream<SQLException> withNext(Throwable fault) {
    return fault instanceof SQLException sql
        ? Stream.iterate(sql, Objects::nonNull, SQLException::getNextException).limit(CAUSES_MAX)
        : Stream.empty();
  }
}
