package dev.tributary.attribution.conversion;

import dev.tributary.attribution.promocode.OrderRef;
import dev.tributary.attribution.promocode.OverLimit;
import dev.tributary.attribution.promocode.UseChange;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** Flags orders whose codes are used over their limits. */
public final class OverLimitNotes {
  private final NoteStore notes = new NoteStore();
  private final KeyColumns keys = new KeyColumns();

  /** The notes of the database that the handles belong to. */
  public OverLimitNotes() {}

  /** The shards that an order may be flagged on. */
  public static Set<Integer> shards(String workspace, OrderRef order) {
    return ConversionKey.usingCodes(order).stream()
        .map(key -> key.shard(workspace))
        .collect(Collectors.toSet());
  }

  /**
   * Flags orders, or no longer: everything that is recorded with the order id and uses codes. The
   * heads of their shards are locked.
   */
  public void write(Handle handle, String workspace, List<UseChange> changes) {
    List<Map.Entry<ConversionKey, Note>> added = new ArrayList<>();
    List<Map.Entry<ConversionKey, String>> removed = new ArrayList<>();
    Set<ConversionKey> recorded = recorded(handle, workspace, changes);
    for (UseChange change : changes) {
      Optional<OverLimit> over = change.overLimit();
      for (ConversionKey key : ConversionKey.usingCodes(change.order())) {
        if (over.isEmpty()) {
          removed.add(Map.entry(key, change.codeId()));
        } else if (recorded.contains(key)) {
          added.add(Map.entry(key, note(change.codeId(), over.get())));
        }
      }
    }
    notes.removeOfCodes(handle, workspace, NoteKind.OVER_LIMIT, removed);
    notes.add(handle, workspace, added);
  }

  private static Note note(String codeId, OverLimit over) {
    return new Note(NoteKind.OVER_LIMIT, over.message(), codeId, over.reason().name());
  }

  private Set<ConversionKey> recorded(Handle handle, String workspace, List<UseChange> changes) {
    Set<ConversionKey> wanted = new HashSet<>();
    changes.stream()
        .filter(change -> change.overLimit().isPresent())
        .forEach(change -> wanted.addAll(ConversionKey.usingCodes(change.order())));
    return wanted.isEmpty()
        ? Set.of()
        : keys.rowsOf(handle, workspace, wanted, "t.test", "conversion", "where not t.test")
            .map(keys)
            .collect(Collectors.toSet());
  }
}
