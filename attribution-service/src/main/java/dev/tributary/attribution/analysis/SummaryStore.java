package dev.tributary.attribution.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** Sums over posting and conversion. Tests are in none of them. */
final class SummaryStore {
  private static final String JOINED =
      """
      c.shard = p.shard and c.workspace = p.workspace and c.storefront_id = p.storefront_id
      and c.conversion_type = p.conversion_type and c.order_id = p.order_id""";

  private static final String UNATTRIBUTED =
      "case when p.source = 'UNATTRIBUTED' then p.source else '' end";

  /** Credits by group. */
  List<CreditSummary> credits(Handle handle, String workspace, SummaryQuery wanted) {
    Conditions conditions = Conditions.ofCredits(wanted);
    Query query =
        handle.createQuery(
            """
            select currency_code, source, collaboration_id, creator_id, campaign_id, code_id, link_id,
              sum(conversion_millionths) as millionths, sum(earned) as gross, sum(taken) as refunded,
              sum(case when payment_state = 'PENDING' then earned - taken else 0 end) as pending,
              sum(case when hold_state = 'HELD' then earned - taken else 0 end) as held
            from (
              select c.currency_code, c.payment_state, c.hold_state, p.conversion_millionths, %s,
                case when p.refund_id = '' then p.amount_minor else 0 end as earned,
                case when p.refund_id = '' then 0 else -p.amount_minor end as taken
              from conversion c join posting p on %s
              where c.workspace = :workspace and p.workspace = :workspace and not c.test%s
            ) postings
            group by currency_code, source, collaboration_id, creator_id, campaign_id, code_id, link_id
            order by currency_code, sum(earned - taken) desc, source, collaboration_id, creator_id,
              campaign_id, code_id, link_id"""
                .formatted(groupColumns(wanted.groupBy()), JOINED, conditions.sql()));
    return conditions
        .bind(query)
        .bind("workspace", workspace)
        .map(
            (row, context) ->
                new CreditSummary(
                    row.getString("currency_code"),
                    row.getString("source"),
                    row.getString("collaboration_id"),
                    row.getString("creator_id"),
                    row.getString("campaign_id"),
                    row.getString("code_id"),
                    row.getString("link_id"),
                    row.getLong("millionths"),
                    row.getLong("gross"),
                    row.getLong("refunded"),
                    row.getLong("pending"),
                    row.getLong("held")))
        .filter(summary -> !summary.isNothing())
        .list();
  }

  /** Orders by currency. */
  List<OrderTotals> orders(Handle handle, String workspace, SummaryQuery wanted) {
    Conditions conditions = Conditions.ofOrders(wanted);
    Query query =
        handle.createQuery(
            """
            select c.currency_code, count(*) as orders,
              sum(coalesce(c.items_minor, 0)) as items, sum(coalesce(c.discount_minor, 0)) as discount,
              sum(coalesce(c.tax_minor, 0)) as tax,
              sum(case when c.tax_mode = 'EXCLUDED' then coalesce(c.tax_minor, 0) else 0 end) as tax_on_top,
              sum(coalesce(c.shipping_minor, 0)) as shipping, sum(coalesce(c.tip_minor, 0)) as tip,
              sum(c.base_minor) as net_sales, sum(c.refunded_minor) as refunded
            from conversion c
            where c.workspace = :workspace and not c.test and c.currency_code <> ''
              and c.payment_state <> 'VOIDED'%s
            group by c.currency_code
            order by c.currency_code"""
                .formatted(conditions.sql()));
    return conditions
        .bind(query)
        .bind("workspace", workspace)
        .map(
            (row, context) ->
                new OrderTotals(
                    row.getString("currency_code"),
                    row.getLong("orders"),
                    row.getLong("items"),
                    row.getLong("discount"),
                    row.getLong("tax"),
                    row.getLong("tax_on_top"),
                    row.getLong("shipping"),
                    row.getLong("tip"),
                    row.getLong("net_sales"),
                    row.getLong("refunded")))
        .list();
  }

  /**
   * What tells groups apart. Columns of posting, called p; empty texts where a grouping does not.
   */
  private static String groupColumns(CreditGrouping groupBy) {
    return switch (groupBy) {
      case SOURCE -> columns("p.source", "", "", "", "", "");
      case COLLABORATION ->
          columns(UNATTRIBUTED, "p.collaboration_id", "p.creator_id", "p.campaign_id", "", "");
      case CREATOR -> columns(UNATTRIBUTED, "", "p.creator_id", "", "", "");
      case CAMPAIGN -> columns(UNATTRIBUTED, "", "", "p.campaign_id", "", "");
      case CODE -> ownedBy("p.code_id", "p.code_id", "");
      case LINK -> ownedBy("p.link_id", "", "p.link_id");
    };
  }

  private static String ownedBy(String id, String codeId, String linkId) {
    String ifAny = "case when " + id + " = '' then '' else %s end";
    return columns(
        UNATTRIBUTED,
        ifAny.formatted("p.collaboration_id"),
        ifAny.formatted("p.creator_id"),
        ifAny.formatted("p.campaign_id"),
        codeId,
        linkId);
  }

  private static String columns(
      String source,
      String collaborationId,
      String creatorId,
      String campaignId,
      String codeId,
      String linkId) {
    return String.join(
        ", ",
        column(source, "source"),
        column(collaborationId, "collaboration_id"),
        column(creatorId, "creator_id"),
        column(campaignId, "campaign_id"),
        column(codeId, "code_id"),
        column(linkId, "link_id"));
  }

  private static String column(String expression, String name) {
    String value = expression.isEmpty() ? "''" : expression;
    return "coalesce(cast(%s as varchar(64)), '') as %s".formatted(value, name);
  }

  /** Conditions on conversion, called c, and posting, called p, with their values. */
  private static final class Conditions {
    private final List<String> clauses = new ArrayList<>();
    private final Map<String, Object> values = new TreeMap<>();

    static Conditions ofOrders(SummaryQuery wanted) {
      return new Conditions().about(wanted, "c.conversion_time");
    }

    static Conditions ofCredits(SummaryQuery wanted) {
      String time =
          switch (wanted.timeBasis()) {
            case CONVERSION_TIME -> "c.conversion_time";
            case POSTING_TIME -> "p.effective_time";
          };
      Conditions conditions = new Conditions().about(wanted, time);
      wanted
          .campaignId()
          .ifPresent(id -> conditions.add("p.campaign_id = :campaignId", "campaignId", id));
      return conditions;
    }

    String sql() {
      return String.join("", clauses.stream().map(clause -> "\n  and " + clause).toList());
    }

    Query bind(Query query) {
      values.forEach(query::bind);
      return query;
    }

    private Conditions about(SummaryQuery wanted, String time) {
      wanted
          .timeRange()
          .ifPresent(
              range -> {
                add(time + " >= :start", "start", range.start());
                add(time + " < :end", "end", range.end());
              });
      wanted
          .storefrontId()
          .ifPresent(id -> add("c.storefront_id = :storefrontId", "storefrontId", id));
      return this;
    }

    private void add(String clause, String name, Object value) {
      clauses.add(clause);
      values.put(name, value);
    }
  }
}
