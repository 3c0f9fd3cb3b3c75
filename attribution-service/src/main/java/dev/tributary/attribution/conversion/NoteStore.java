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
                "t.kind, t.message, t.code_id, t.reason",
                "conversion_note",
                "order by t.note_no")
            .map(
                (row, context) ->
                    Map.entry(
                        keys.map(row, context),
                        new Note(
                            NoteKind.valueOf(row.getString("kind")),
                            row.getString("message"),
                            row.getString("code_id"),
                            row.getString("reason")))));
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

  /** Adds notes to recorded conversions, behind those that they have. */
  void add(Handle handle, String workspace, List<Map.Entry<ConversionKey, Note>> added) {
    PreparedBatch batch =
        handle.prepareBatch(
            """
            insert into conversion_note (%s, note_no, kind, message, code_id, reason)
            select cast(:shard as integer), cast(:workspace as varchar),
              cast(:storefrontId as varchar), cast(:conversionType as varchar),
              cast(:orderId as varchar), coalesce(max(note_no), 0) + 1, cast(:kind as varchar),
              cast(:message as varchar), cast(:codeId as varchar), cast(:reason as varchar)
            from conversion_note where %s"""
                .formatted(KeyColumns.NAMES, KeyColumns.MATCH));
    for (Map.Entry<ConversionKey, Note> each : added) {
      keys.bind(batch, workspace, each.getKey());
      batch
          .bind("kind", each.getValue().kind().name())
          .bind("message", each.getValue().message())
          .bind("codeId", each.getValue().codeId())
          .bind("reason", each.getValue().reason())
          .add();
    }
    if (batch.size() > 0) {
      batch.execute();
    }
  }

  /** Removes the notes of a kind that are about these codes. */
  void removeOfCodes(
      Handle handle,
      String workspace,
      NoteKind kind,
      List<Map.Entry<ConversionKey, String>> codes) {
    PreparedBatch batch =
        handle.prepareBatch(
            "delete from conversion_note where %s and kind = :kind and code_id = :codeId"
                .formatted(KeyColumns.MATCH));
    for (Map.Entry<ConversionKey, String> each : codes) {
      keys.bind(batch, workspace, each.getKey());
      batch.bind("kind", kind.name()).bind("codeId", each.getValue()).add();
    }
    if (batch.size() > 0) {
      batch.execute();
    }
  }
}
