package dev.tributary.attribution.conversion;

import dev.tributary.runtime.database.Columns;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** First payments and renewals of subscriptions in the table conversion. */
public final class FirstPaymentStore {
  /** A subscription with more renewals is none, but what a shop writes when it does not know. */
  private static final int RENEWALS_MAX = 1_000;

  private static final String OF_SUBSCRIPTIONS =
      """
      from unnest(cast(:storefrontIds as varchar array), cast(:subscriptionIds as varchar array))
        as s (storefront_id, subscription_id)
      join conversion t
        on t.workspace = :workspace and t.storefront_id = s.storefront_id
        and t.subscription_id = s.subscription_id and t.conversion_type = :type""";

  private final KeyColumns keys = new KeyColumns();

  /** The table of the database that the handles belong to. */
  public FirstPaymentStore() {}

  /** Every first payment of these subscriptions. */
  List<StoredPayment> starts(Handle handle, String workspace, List<SubscriptionKey> subscriptions) {
    return handle
        .createQuery(
            """
            select t.storefront_id, t.conversion_type, t.order_id, t.subscription_id,
              t.conversion_time, t.receive_time, t.test,
              (select max(u.decide_time) from conversion_revision u
                where %s and u.decision is not null) as decided
            %s"""
                .formatted(KeyColumns.JOINED, OF_SUBSCRIPTIONS))
        .bindArray(
            "storefrontIds",
            String.class,
            subscriptions.stream().map(SubscriptionKey::storefrontId).toList())
        .bindArray(
            "subscriptionIds",
            String.class,
            subscriptions.stream().map(SubscriptionKey::subscriptionId).toList())
        .bind("workspace", workspace)
        .bind("type", ConversionType.SUBSCRIPTION_START.name())
        .map(
            (row, context) ->
                new StoredPayment(
                    keys.map(row, context),
                    new SubscriptionKey(
                        row.getString("storefront_id"), row.getString("subscription_id")),
                    Columns.time(row, "conversion_time"),
                    Columns.time(row, "receive_time"),
                    Columns.time(row, "decided"),
                    row.getBoolean("test")))
        .list();
  }

  /** Every renewal of a subscription; none when there are more than it can have. */
  public List<ConversionKey> renewals(
      Handle handle, String workspace, SubscriptionKey subscription) {
    List<ConversionKey> renewals =
        handle
            .createQuery(
                """
                select t.storefront_id, t.conversion_type, t.order_id from conversion t
                where t.workspace = :workspace and t.storefront_id = :storefrontId
                  and t.subscription_id = :subscriptionId and t.conversion_type = :type
                order by t.order_id limit :limit""")
            .bind("workspace", workspace)
            .bind("storefrontId", subscription.storefrontId())
            .bind("subscriptionId", subscription.subscriptionId())
            .bind("type", ConversionType.SUBSCRIPTION_RENEWAL.name())
            .bind("limit", RENEWALS_MAX + 1)
            .map(keys)
            .list();
    return renewals.size() > RENEWALS_MAX ? List.of() : renewals;
  }
}
