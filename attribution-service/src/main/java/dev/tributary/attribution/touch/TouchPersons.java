package dev.tributary.attribution.touch;

import dev.tributary.attribution.privacy.ErasedRows;
import dev.tributary.attribution.privacy.FeedPlace;
import dev.tributary.attribution.privacy.PersonRows;
import dev.tributary.attribution.privacy.Replacement;
import dev.tributary.runtime.identity.PersonKey;
import dev.tributary.runtime.identity.PersonKind;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * Persons in the table touch. A touch is its own entry of the feed, so whoever reads it again reads
 * what stands in the row now.
 */
public final class TouchPersons implements PersonRows {
  private final TouchMapper mapper = new TouchMapper();

  /** The table of the database that the handles belong to. */
  public TouchPersons() {}

  @Override
  public List<ErasedRows> overwrite(Handle handle, Replacement replacement) {
    return switch (replacement.kind()) {
      case VISITOR -> List.of(overwriteVisitor(handle, replacement));
      case CUSTOMER -> List.of(overwriteCustomer(handle, replacement));
      case EMAIL, HANDLE -> List.of();
    };
  }

  private ErasedRows overwriteVisitor(Handle handle, Replacement replacement) {
    List<FeedPlace> places =
        touches(handle, replacement).stream().map(TouchPersons::place).toList();
    int rows =
        handle
            .createUpdate(
                """
                update touch set person_key = :tombstone
                where workspace = :workspace and person_key = :key""")
            .bind("tombstone", replacement.tombstone().bytes())
            .bind("workspace", replacement.workspace())
            .bind("key", replacement.key().bytes())
            .execute();
    return new ErasedRows("touch.visitor", rows, places);
  }

  /** A fingerprint is made of the customer's key too, so it is made anew. */
  private ErasedRows overwriteCustomer(Handle handle, Replacement replacement) {
    List<Touch> touches = touches(handle, replacement);
    if (!touches.isEmpty()) {
      PreparedBatch batch =
          handle.prepareBatch(
              """
              update touch set customer_key = :tombstone, fingerprint = :fingerprint
              where shard = :shard and sequence = :sequence""");
      for (Touch touch : touches) {
        NewTouch overwritten = NewTouch.of(touch).by(Optional.of(replacement.tombstone()));
        batch
            .bind("tombstone", replacement.tombstone().bytes())
            .bind("fingerprint", overwritten.fingerprint().bytes())
            .bind("shard", touch.shard())
            .bind("sequence", touch.sequence())
            .add();
      }
      batch.execute();
    }
    return new ErasedRows(
        "touch.customer",
        touches.size(),
        touches.stream()
            .filter(touch -> touch.personKey().isEmpty())
            .map(TouchPersons::place)
            .toList());
  }

  private List<Touch> touches(Handle handle, Replacement replacement) {
    String column = replacement.kind() == PersonKind.VISITOR ? "person_key" : "customer_key";
    PersonKey key = replacement.key();
    return handle
        .createQuery(
            "select %s from touch where workspace = :workspace and %s = :key"
                .formatted(TouchMapper.COLUMNS, column))
        .bind("workspace", replacement.workspace())
        .bind("key", key.bytes())
        .map(mapper)
        .list();
  }

  private static FeedPlace place(Touch touch) {
    return new FeedPlace(touch.shard(), touch.sequence());
  }
}
