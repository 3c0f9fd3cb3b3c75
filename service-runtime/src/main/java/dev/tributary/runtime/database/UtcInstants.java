package dev.tributary.runtime.database;

import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jdbi.v3.core.argument.AbstractArgumentFactory;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.config.ConfigRegistry;

/**
 * Binds an {@link Instant} with its offset. Bound as a bare timestamp, as Jdbi does by itself, it
 * would be read as local time of the machine's zone, in which one hour a year exists twice.
 */
final class UtcInstants extends AbstractArgumentFactory<Instant> {
  UtcInstants() {
    super(Types.TIMESTAMP_WITH_TIMEZONE);
  }

  @Override
  protected Argument build(Instant value, ConfigRegistry config) {
    return (position, statement, context) ->
        statement.setObject(position, value.atOffset(ZoneOffset.UTC));
  }
}
