package dev.tributary.attribution.touch;

import dev.tributary.attribution.link.UtmParameters;
import dev.tributary.runtime.database.RowSink;
import dev.tributary.runtime.identity.PersonKey;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/**
 * A row to be added to the table touch.
 *
 * @param incoming the touch
 * @param sequence its place in the feed of its shard
 * @param recordTime when it is recorded
 */
public record TouchRow(IncomingTouch incoming, long sequence, Instant recordTime) {
  /** The columns, in the order in which {@link #write} gives their values. */
  public static final List<String> COLUMNS =
      List.of(
          "shard",
          "sequence",
          "workspace",
          "touch_id",
          "person_key",
          "customer_key",
          "type",
          "event_time",
          "record_time",
          "link_id",
          "utm_source",
          "utm_medium",
          "utm_campaign",
          "utm_term",
          "utm_content",
          "utm_id",
          "validity",
          "test",
          "fingerprint");

  private static final byte[] NOBODY = {};

  /** Gives the values. */
  public void write(RowSink row) throws SQLException {
    NewTouch touch = incoming.touch();
    UtmParameters utm = touch.utm().orElse(UtmParameters.NONE);
    row.integer(incoming.shard())
        .bigint(sequence)
        .text(incoming.workspace())
        .text(touch.touchId())
        .bytes(touch.personKey().map(PersonKey::bytes).orElse(NOBODY))
        .bytes(touch.customerKey().map(PersonKey::bytes).orElse(null))
        .text(touch.type().name())
        .time(touch.eventTime())
        .time(recordTime)
        .text(touch.linkId().orElse(null))
        .text(utm.source())
        .text(utm.medium())
        .text(utm.campaign())
        .text(utm.term())
        .text(utm.content())
        .text(utm.id())
        .text(touch.validity().name())
        .flag(touch.test())
        .bytes(incoming.fingerprint().bytes());
  }
}
