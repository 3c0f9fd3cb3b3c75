package dev.tributary.attribution.conversion;

import dev.tributary.attribution.request.TimeRange;
import dev.tributary.runtime.database.Columns;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** Keys of the table conversion, in the order of its lists. */
final class OrderKeyStore {
  private static final int GROUP = 500;

  private static final String SQL =
      """
      select t.conversion_time, t.storefront_id, t.conversion_type, t.order_id
      from conversion t
      where t.workspace = :workspace
        and t.conversion_time >= :start and t.conversion_time < :end%s
      order by t.conversion_time, t.storefront_id, t.conversion_type, t.order_id
      limit %d""";

  private static final String AFTER =
      """

        and (t.conversion_time, t.storefront_id, t.conversion_type, t.order_id)
          > (:afterTime, :afterStorefrontId, :afterType, :afterOrderId)""";

  private static final String OF_CODE =
      "\n  and not t.test and exists (select 1 from credit_share u where %s and u.code_id = :codeId)"
          .formatted(KeyColumns.JOINED);

  private final KeyColumns keys = new KeyColumns();

  /** The next orders that a code has credit of and that are no tests. */
  List<Place> ofCode(
      Handle handle, String workspace, String codeId, TimeRange range, Optional<Place> after) {
    return places(query(handle, workspace, range, after, OF_CODE).bind("codeId", codeId));
  }

  /** The next orders that are no tests. */
  List<Place> group(
      Handle handle,
      String workspace,
      Optional<String> storefrontId,
      TimeRange range,
      Optional<Place> after) {
    String ofShop = storefrontId.isPresent() ? " and t.storefront_id = :storefrontId" : "";
    Query query = query(handle, workspace, range, after, " and not t.test" + ofShop);
    storefrontId.ifPresent(id -> query.bind("storefrontId", id));
    return places(query);
  }

  private static Query query(
      Handle handle, String workspace, TimeRange range, Optional<Place> after, String condition) {
    Query query =
        handle
            .createQuery(SQL.formatted(condition + (after.isPresent() ? AFTER : ""), GROUP))
            .bind("workspace", workspace)
            .bind("start", range.start())
            .bind("end", range.end());
    after.ifPresent(
        place ->
            query
                .bind("afterTime", place.time())
                .bind("afterStorefrontId", place.key().storefrontId())
                .bind("afterType", place.key().type().name())
                .bind("afterOrderId", place.key().orderId()));
    return query;
  }

  private List<Place> places(Query query) {
    return query
        .map(
            (row, context) ->
                new Place(Columns.time(row, "conversion_time"), keys.map(row, context)))
        .list();
  }
}
