package dev.tributary.attribution.conversion;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The table conversion_note. */
final class NoteStore {
  private final KeyColumns keys = new KeyColumns();

  /** The notes of these conversions. */
  Map<ConversionKey, List<Note>> byKeys(
      Handle handle, String workspace, Collection<ConversionKey> wanted) {
    return Grouped.of(
        keys.rowsOf(
                handle,
                workspace,
                wanted,
                "t.kind, t.message",
                "conversion_note",
                "order by t.note_no")
            .map(
                (row, context) ->
                    Map.entry(
                        keys.map(row, context),
                        new Note(
                            NoteKind.valueOf(row.getString("kind")), row.getString("message")))));
  }

  /** Adds the notes of new conversions. */
  void insert(Handle handle, String workspace, Collection<RecordedConversion> recorded) {
    PreparedBatch batch =
        handle.prepareBatch(
            """
            insert into conversion_note (%s, note_no, kind, message)
            values (%s, :noteNo, :kind, :message)"""
                .formatted(KeyColumns.NAMES, KeyColumns.VALUES));
    for (RecordedConversion each : recorded) {
      int noteNo = 0;
      for (Note note : each.notes()) {
        noteNo++;
        keys.bind(batch, workspace, each.conversion().key());
        batch
            .bind("noteNo", noteNo)
            .bind("kind", note.kind().name())
            .bind("message", note.message())
            .add();
      }
    }
    if (batch.size() > 0) {
      batch.execute();
    }
  }
}
