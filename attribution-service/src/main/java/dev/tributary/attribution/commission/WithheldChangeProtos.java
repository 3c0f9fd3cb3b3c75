package dev.tributary.attribution.commission;

import dev.tributary.attribution.request.Paging;
import dev.tributary.runtime.api.ApiException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Pages of withheld changes. */
final class WithheldChangeProtos {
  /** How many values identify a change in the list. */
  static final int KEY_PARTS = 5;

  private WithheldChangeProtos() {}

  /** The key of a change in the list. */
  static List<String> key(WithheldStore.Row row) {
    return List.of(
        row.findTime().toString(),
        row.key().storefrontId(),
        row.key().type().name(),
        row.key().orderId(),
        Integer.toString(row.changeNo()));
  }

  /** The place after which a page begins. */
  static Optional<WithheldStore.Place> after(Paging paging) {
    return paging.after().map(WithheldChangeProtos::place);
  }

  private static WithheldStore.Place place(List<String> key) {
    try {
      return new WithheldStore.Place(
          Instant.parse(key.get(0)),
          key.get(1),
          key.get(2),
          key.get(3),
          Integer.parseInt(key.get(4)));
    } catch (DateTimeException | NumberFormatException notOurs) {
      throw ApiException.pageTokenMismatch();
    }
  }
}
