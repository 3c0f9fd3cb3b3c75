package dev.tributary.attribution.hold;

import dev.tributary.attribution.conversion.ConversionKey;
import dev.tributary.attribution.conversion.ConversionType;
import dev.tributary.attribution.conversion.Place;
import dev.tributary.attribution.request.Paging;
import dev.tributary.runtime.api.ApiException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Places of holds in lists, as page tokens carry them. */
final class HoldPaging {
  /** Values that make up a place in the list. */
  static final int KEY_PARTS = 5;

  private HoldPaging() {}

  /** The last hold of the page before. */
  static Optional<HoldPlace> after(Paging paging) {
    return paging.after().map(HoldPaging::place);
  }

  /** The place of a hold. */
  static List<String> key(ListedHold listed) {
    Hold hold = listed.hold();
    return List.of(
        hold.conversionTime().toString(),
        hold.key().storefrontId(),
        hold.key().type().name(),
        hold.key().orderId(),
        Integer.toString(hold.holdNo()));
  }

  private static HoldPlace place(List<String> key) {
    try {
      return new HoldPlace(
          new Place(
              Instant.parse(key.get(0)),
              new ConversionKey(key.get(1), ConversionType.valueOf(key.get(2)), key.get(3))),
          Integer.parseInt(key.get(4)));
    } catch (DateTimeException | IllegalArgumentException notOurs) {
      throw ApiException.pageTokenMismatch();
    }
  }
}
