package dev.tributary.attribution.conversion;

import dev.tributary.attribution.promocode.OrderRef;
import dev.tributary.attribution.promocode.OverLimit;
import dev.tributary.attribution.promocode.UseChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Flags orders whose codes are used over their limits. */
public final class OverLimitNotes {
  private final NoteStore notes = new NoteStore();

  /** The notes of the database that the handles belong to. */
  public OverLimitNotes() {}

  /** The shard that a purchase is flagged on. */
  public static int shard(String workspace, OrderRef order) {
    return key(order).shard(workspace);
  }

  /** Flags purchases, or no longer. The heads of their shards are locked. */
  public void write(Handle handle, String workspace, List<UseChange> changes) {
    List<Map.Entry<ConversionKey, Note>> added = new ArrayList<>();
    List<Map.Entry<ConversionKey, String>> removed = new ArrayList<>();
    for (UseChange change : changes) {
      ConversionKey key = key(change.order());
      Optional<OverLimit> over = change.overLimit();
      if (over.isPresent()) {
        added.add(Map.entry(key, note(change.codeId(), over.get())));
      } else {
        removed.add(Map.entry(key, change.codeId()));
      }
    }
    notes.removeOfCodes(handle, workspace, NoteKind.OVER_LIMIT, removed);
    notes.add(handle, workspace, added);
  }

  private static Note note(String codeId, OverLimit over) {
    return new Note(NoteKind.OVER_LIMIT, over.message(), codeId, over.reason().name());
  }

  private static ConversionKey key(OrderRef order) {
    return new ConversionKey(order.storefrontId(), ConversionType.PURCHASE, order.orderId());
  }
}
