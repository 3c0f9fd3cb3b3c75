package dev.tributary.attribution.conversion;

import dev.tributary.attribution.privacy.ErasedRows;
import dev.tributary.attribution.privacy.PersonRows;
import dev.tributary.attribution.privacy.Replacement;
import dev.tributary.runtime.identity.PersonKind;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * Persons in the tables conversion and conversion_email, and what they wrote about their orders.
 * The feed has none of it.
 */
public final class ConversionPersons implements PersonRows {
  private final KeyColumns keys = new KeyColumns();

  /** The table of the database that the handles belong to. */
  public ConversionPersons() {}

  @Override
  public List<ErasedRows> overwrite(Handle handle, Replacement replacement) {
    return switch (replacement.kind()) {
      case VISITOR, CUSTOMER -> {
        long answers = eraseAnswers(handle, replacement);
        yield List.of(
            ErasedRows.unfed("conversion." + name(replacement), overwriteKey(handle, replacement)),
            ErasedRows.unfed("conversion.self_reported", answers));
      }
      case EMAIL ->
          List.of(ErasedRows.unfed("conversion_email.email", overwriteEmail(handle, replacement)));
      case HANDLE -> List.of();
    };
  }

  private static int overwriteEmail(Handle handle, Replacement replacement) {
    return handle
        .createUpdate(
            """
            update conversion_email set email_key = :tombstone
            where workspace = :workspace and email_key = :key""")
        .bind("tombstone", replacement.tombstone().bytes())
        .bind("workspace", replacement.workspace())
        .bind("key", replacement.key().bytes())
        .execute();
  }

  private static int overwriteKey(Handle handle, Replacement replacement) {
    return handle
        .createUpdate(
            """
            update conversion set %1$s = :tombstone
            where workspace = :workspace and %1$s = :key"""
                .formatted(column(replacement)))
        .bind("tombstone", replacement.tombstone().bytes())
        .bind("workspace", replacement.workspace())
        .bind("key", replacement.key().bytes())
        .execute();
  }

  private long eraseAnswers(Handle handle, Replacement replacement) {
    List<Map.Entry<ConversionKey, byte[]>> contents =
        handle
            .createQuery(
                """
                select storefront_id, conversion_type, order_id, content from conversion
                where workspace = :workspace and %s = :key"""
                    .formatted(column(replacement)))
            .bind("workspace", replacement.workspace())
            .bind("key", replacement.key().bytes())
            .map((row, context) -> Map.entry(keys.map(row, context), row.getBytes("content")))
            .list();
    PreparedBatch batch =
        handle.prepareBatch("update conversion set content = :content where " + KeyColumns.MATCH);
    for (Map.Entry<ConversionKey, byte[]> content : contents) {
      byte[] without = StoredContentProtos.withoutRawText(content.getValue());
      if (!Arrays.equals(without, content.getValue())) {
        keys.bind(batch, replacement.workspace(), content.getKey()).bind("content", without).add();
      }
    }
    int rows = batch.size();
    if (rows > 0) {
      batch.execute();
    }
    return rows;
  }

  private static String column(Replacement replacement) {
    return name(replacement) + "_key";
  }

  private static String name(Replacement replacement) {
    return replacement.kind() == PersonKind.VISITOR ? "visitor" : "customer";
  }
}
