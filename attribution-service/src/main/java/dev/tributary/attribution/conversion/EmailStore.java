package dev.tributary.attribution.conversion;

import dev.tributary.runtime.database.BulkInsert;
import dev.tributary.runtime.database.RowSink;
import dev.tributary.runtime.identity.PersonKey;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** The table conversion_email. */
final class EmailStore {
  private static final BulkInsert<EmailRow> INSERT =
      new BulkInsert<>(
          "conversion_email", "%s, email_key".formatted(KeyColumns.NAMES), EmailStore::write);

  private final KeyColumns keys = new KeyColumns();

  /** The e-mail addresses of conversions, as hashes. */
  Map<ConversionKey, List<PersonKey>> byKeys(
      Handle handle, String workspace, Collection<ConversionKey> wanted) {
    return Grouped.of(
        keys.rowsOf(
                handle,
                workspace,
                wanted,
                "t.email_key",
                "conversion_email",
                "order by t.email_key")
            .map(
                (row, context) ->
                    Map.entry(keys.map(row, context), new PersonKey(row.getBytes("email_key")))));
  }

  /** Adds those of new conversions; most tell none. */
  void insert(Handle handle, String workspace, Collection<RecordedConversion> created) {
    INSERT.run(
        handle,
        created.stream()
            .map(RecordedConversion::conversion)
            .flatMap(
                conversion ->
                    conversion.checkout().emails().stream()
                        .map(email -> new EmailRow(workspace, conversion.key(), email)))
            .toList());
  }

  private static void write(EmailRow placed, RowSink row) throws SQLException {
    KeyColumns.write(row, placed.workspace, placed.key).bytes(placed.email.bytes());
  }

  private record EmailRow(String workspace, ConversionKey key, PersonKey email) {}
}
