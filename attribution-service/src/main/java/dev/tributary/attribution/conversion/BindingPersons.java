package dev.tributary.attribution.conversion;

import dev.tributary.attribution.privacy.ErasedRows;
import dev.tributary.attribution.privacy.PersonRows;
import dev.tributary.attribution.privacy.Replacement;
import dev.tributary.runtime.identity.PersonKind;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Customers whom codes of their orders bind. Who is erased is bound by nothing any more. */
public final class BindingPersons implements PersonRows {
  /** The table of the database that the handles belong to. */
  public BindingPersons() {}

  @Override
  public List<ErasedRows> overwrite(Handle handle, Replacement replacement) {
    if (replacement.kind() != PersonKind.CUSTOMER) {
      return List.of();
    }
    int rows =
        handle
            .createUpdate(
                """
                update code_binding set customer_key = :tombstone
                where workspace = :workspace and customer_key = :key""")
            .bind("tombstone", replacement.tombstone().bytes())
            .bind("workspace", replacement.workspace())
            .bind("key", replacement.key().bytes())
            .execute();
    return List.of(ErasedRows.unfed("code_binding", rows));
  }
}
