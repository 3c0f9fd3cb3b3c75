package dev.tributary.metrics.credit;

import dev.tributary.metrics.row.Newest;
import dev.tributary.metrics.row.RowStore;
import dev.tributary.runtime.feed.FeedItem;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/** The tables of conversions and their credits. The higher revision wins, whenever it comes. */
public final class CreditStore {
  /** The tables of the database that the handle belongs to. */
  public CreditStore() {}

  /** Writes conversions: all credits of an earlier revision go, those of the new one come. */
  public void put(Handle handle, List<FeedItem<Conversion>> items) {
    List<FeedItem<Conversion>> put =
        RowStore.replace(
            handle,
            """
            delete from conversion
            where workspace = :workspace and storefront_id = :key.storefrontId
              and conversion_type = :key.conversionType and custom_type = :key.customType
              and order_id = :key.orderId
              and revision < :revision
            """,
            """
            insert into conversion
              (workspace, storefront_id, conversion_type, custom_type, order_id, revision)
            values
              (:workspace, :key.storefrontId, :key.conversionType, :key.customType, :key.orderId,
               :revision)
            on conflict do nothing
            """,
            Newest.of(
                items, Conversion::key, Comparator.comparingInt(item -> item.entry().revision())));
    RowStore.execute(
        handle,
        """
        delete from credit
        where workspace = :workspace and storefront_id = :key.storefrontId
          and conversion_type = :key.conversionType and custom_type = :key.customType
              and order_id = :key.orderId
        """,
        put);
    addCredits(handle, put.stream().flatMap(CreditStore::credits).toList());
  }

  private static void addCredits(Handle handle, List<FeedItem<ConversionCredit>> items) {
    RowStore.insert(
        handle,
        """
        insert into credit
          (workspace, storefront_id, conversion_type, custom_type, order_id, credit_no,
           conversion_time, currency, reversed, test, new_customer, source, collaboration_id, creator_id, campaign_id,
           conversion_millionths, gross_minor, refunded_minor, net_minor)
        values
          (:workspace, :conversion.key.storefrontId, :conversion.key.conversionType,
           :conversion.key.customType, :conversion.key.orderId, :credit.creditNo, :conversion.conversionTime,
           :conversion.currency, :conversion.reversed, :conversion.test, :conversion.newCustomer,
           :credit.source,
           :credit.collaborationId, :credit.creatorId, :credit.campaignId,
           :credit.conversionMillionths, :credit.grossMinor, :credit.refundedMinor,
           :credit.netMinor)
        on conflict do nothing
        """,
        items);
  }

  private static Stream<FeedItem<ConversionCredit>> credits(FeedItem<Conversion> item) {
    return item.entry().credits().stream()
        .map(credit -> RowStore.with(item, new ConversionCredit(item.entry(), credit)));
  }

  /** A row of credit. */
  public record ConversionCredit(Conversion conversion, Credit credit) {}
}
