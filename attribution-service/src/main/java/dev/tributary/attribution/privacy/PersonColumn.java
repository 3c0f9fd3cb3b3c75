package dev.tributary.attribution.privacy;

import dev.tributary.runtime.identity.PersonKind;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/**
 * A column with keys of persons that needs nothing but to be overwritten: no entry of the feed and
 * no other column is made of it. What its rows count goes on counting. Wants an index that begins
 * with workspace and the column.
 */
public final class PersonColumn implements PersonRows {
  private final String table;
  private final String column;
  private final Set<PersonKind> kinds;

  /**
   * A column of a table.
   *
   * @param kinds which names of persons it has hashes of
   */
  public PersonColumn(String table, String column, Set<PersonKind> kinds) {
    this.table = table;
    this.column = column;
    this.kinds = Set.copyOf(kinds);
  }

  @Override
  public List<ErasedRows> overwrite(Handle handle, Replacement replacement) {
    if (!kinds.contains(replacement.kind())) {
      return List.of();
    }
    int rows =
        handle
            .createUpdate(
                """
                update %1$s set %2$s = :tombstone
                where workspace = :workspace and %2$s = :key"""
                    .formatted(table, column))
            .bind("tombstone", replacement.tombstone().bytes())
            .bind("workspace", replacement.workspace())
            .bind("key", replacement.key().bytes())
            .execute();
    return List.of(ErasedRows.unfed(table, rows));
  }
}
