package dev.tributary.attribution.hold;

import dev.tributary.attribution.privacy.ErasedRows;
import dev.tributary.attribution.privacy.PersonRows;
import dev.tributary.attribution.privacy.Replacement;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * Persons in the table creator_identity. Orders have the same tombstone, so own purchases of before
 * stay known as such.
 */
public final class CreatorPersons implements PersonRows {
  /** The table of the database that the handles belong to. */
  public CreatorPersons() {}

  @Override
  public List<ErasedRows> overwrite(Handle handle, Replacement replacement) {
    return switch (replacement.kind()) {
      case VISITOR, CUSTOMER, EMAIL -> List.of(overwritten(handle, replacement));
      case HANDLE -> List.of();
    };
  }

  private static ErasedRows overwritten(Handle handle, Replacement replacement) {
    int rows =
        handle
            .createUpdate(
                """
                update creator_identity set person_key = :tombstone
                where workspace = :workspace and kind = :kind and person_key = :key""")
            .bind("tombstone", replacement.tombstone().bytes())
            .bind("workspace", replacement.workspace())
            .bind("kind", replacement.kind().name())
            .bind("key", replacement.key().bytes())
            .execute();
    return ErasedRows.unfed("creator_identity", rows);
  }
}
