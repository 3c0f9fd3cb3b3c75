package dev.tributary.runtime.group;

import dev.tributary.runtime.api.Rejected;
import dev.tributary.runtime.database.BulkInsert;
import dev.tributary.runtime.log.Heads;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jdbi.v3.core.Handle;

/** Writes notes, each a feed entry of its own row; the smallest work there can be. */
class NoteWork implements GroupWork<Note, String> {
  private final BulkInsert<PlacedNote> insert =
      new BulkInsert<>(
          "note",
          "shard, sequence, workspace, id, text",
          (placed, row) ->
              row.integer(placed.note.shard())
                  .bigint(placed.sequence)
                  .text(placed.note.workspace())
                  .text(placed.note.id())
                  .text(placed.note.text()));

  /** Sizes of the groups in their order. */
  final ConcurrentLinkedQueue<Integer> groups = new ConcurrentLinkedQueue<>();

  @Override
  public int shard(Note note) {
    return note.shard();
  }

  @Override
  public List<String> write(Handle handle, Heads heads, List<Queued<Note>> group) {
    Map<String, String> known = known(handle, group);
    List<PlacedNote> fresh = new ArrayList<>();
    List<String> answers = new ArrayList<>();
    for (Queued<Note> queued : group) {
      Note note = queued.item();
      String before = known.putIfAbsent(note.workspace() + "/" + note.id(), note.text());
      if (before == null) {
        fresh.add(new PlacedNote(note, heads.next(note.shard())));
      }
      answers.add(before == null ? "new" : before.equals(note.text()) ? "again" : "reused");
    }
    insert.run(handle, fresh);
    groups.add(group.size());
    return answers;
  }

  @Override
  public String refused(Note note, Rejected why) {
    return "refused";
  }

  private static Map<String, String> known(Handle handle, List<Queued<Note>> group) {
    Map<String, String> known = new HashMap<>();
    handle
        .createQuery(
            """
            select n.workspace, n.id, n.text
            from unnest(cast(:workspaces as varchar array), cast(:ids as varchar array))
              as wanted (workspace, id)
            join note n on n.workspace = wanted.workspace and n.id = wanted.id""")
        .bindArray(
            "workspaces",
            String.class,
            group.stream().map(queued -> queued.item().workspace()).toList())
        .bindArray("ids", String.class, group.stream().map(queued -> queued.item().id()).toList())
        .map(
            (row, context) ->
                Map.entry(
                    row.getString("workspace") + "/" + row.getString("id"), row.getString("text")))
        .forEach(entry -> known.put(entry.getKey(), entry.getValue()));
    return known;
  }

  private record PlacedNote(Note note, long sequence) {}
}
