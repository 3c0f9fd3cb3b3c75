package dev.tributary.attribution.promocode;

import dev.tributary.attribution.privacy.ErasedRows;
import dev.tributary.attribution.privacy.PersonRows;
import dev.tributary.attribution.privacy.Replacement;
import dev.tributary.runtime.identity.PersonKind;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Customers in the tables of reservations. What is used and held goes on counting. */
public final class ReservationPersons implements PersonRows {
  private static final List<String> TABLES = List.of("code_reservation", "code_customer_counter");

  /** The tables of the database that the handles belong to. */
  public ReservationPersons() {}

  @Override
  public List<ErasedRows> overwrite(Handle handle, Replacement replacement) {
    return replacement.kind() == PersonKind.CUSTOMER
        ? TABLES.stream()
            .map(table -> ErasedRows.unfed(table, overwrite(handle, table, replacement)))
            .toList()
        : List.of();
  }

  private static int overwrite(Handle handle, String table, Replacement replacement) {
    return handle
        .createUpdate(
            """
            update %s set customer_key = :tombstone
            where workspace = :workspace and customer_key = :key"""
                .formatted(table))
        .bind("tombstone", replacement.tombstone().bytes())
        .bind("workspace", replacement.workspace())
        .bind("key", replacement.key().bytes())
        .execute();
  }
}
