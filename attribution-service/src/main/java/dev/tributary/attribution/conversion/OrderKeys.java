package dev.tributary.attribution.conversion;

import dev.tributary.attribution.request.TimeRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/** Orders by what is asked about them, a group at a time. */
public final class OrderKeys {
  private final OrderKeyStore store = new OrderKeyStore();

  /** The orders of the database that the handles belong to. */
  public OrderKeys() {}

  /** Every order that a code has credit of now, tests left out, by time. */
  public List<ConversionKey> ofCode(
      Handle handle, String workspace, String codeId, TimeRange range) {
    List<ConversionKey> all = new ArrayList<>();
    Function<Optional<Place>, List<Place>> page =
        after -> store.ofCode(handle, workspace, codeId, range, after);
    List<Place> places = page.apply(Optional.empty());
    while (!places.isEmpty()) {
      places.forEach(place -> all.add(place.key()));
      places = page.apply(Optional.of(places.get(places.size() - 1)));
    }
    return all;
  }

  /**
   * Orders of a time, tests left out, by time.
   *
   * @param after the last one of the group before
   * @return an empty list after the last one
   */
  public List<Place> group(
      Handle handle,
      String workspace,
      Optional<String> storefrontId,
      TimeRange range,
      Optional<Place> after) {
    return store.group(handle, workspace, storefrontId, range, after);
  }
}
