package dev.tributary.metrics.query;

import dev.tributary.metrics.kpi.KpiDefinition;
import dev.tributary.metrics.kpi.KpiTable;
import dev.tributary.metrics.kpi.Row;
import dev.tributary.metrics.kpi.RowOrder;
import dev.tributary.metrics.measure.Place;
import dev.tributary.metrics.v1.GroupKey;
import dev.tributary.metrics.v1.KpiRow;
import dev.tributary.metrics.v1.QueryKpisResponse;
import dev.tributary.type.v1.ContentFormat;
import dev.tributary.type.v1.Platform;
import java.util.List;

/** Messages of tables. */
final class TableProtos {
  /** Items minus discount, without tax and shipping; attribution's only base so far. */
  private static final String REVENUE_BASE = "NET_SALES";

  private TableProtos() {}

  /** One page of an answer. */
  static QueryKpisResponse toProto(TableQuestion asked, Answer<KpiTable> answer, Paging paging) {
    RowOrder order = asked.order();
    List<KpiDefinition> kpis = asked.question().kpis();
    List<Row> all = answer.content().rows();
    List<Row> rest =
        paging
            .after()
            .map(key -> order.after(RowCursor.read(key), all))
            .orElseGet(() -> order.sorted(all));
    return QueryKpisResponse.newBuilder()
        .addAllRows(paging.items(rest).stream().map(row -> row(kpis, row)).toList())
        .setTotal(row(kpis, answer.content().total()))
        .setNextPageToken(paging.nextToken(rest, row -> RowCursor.write(order.spot(row))))
        .setRevenueBase(REVENUE_BASE)
        .setCurrencyCode(answer.currency().orElse(""))
        .addAllAsOf(answer.asOf())
        .build();
  }

  private static KpiRow row(List<KpiDefinition> kpis, Row row) {
    KpiRow.Builder message = KpiRow.newBuilder().setKey(key(row.key()));
    for (int i = 0; i < kpis.size(); i++) {
      message.addValues(MeasuredProtos.toProto(kpis.get(i).id(), row.values().get(i)));
    }
    return message.build();
  }

  private static GroupKey key(Place place) {
    GroupKey.Builder key =
        GroupKey.newBuilder()
            .setCampaignId(place.campaignId())
            .setCreatorId(place.creatorId())
            .setCollaborationId(place.collaborationId())
            .setTier(place.tier())
            .setPostId(place.postId());
    place
        .platform()
        .ifPresent(platform -> key.setPlatform(Platform.valueOf("PLATFORM_" + platform.name())));
    place
        .format()
        .ifPresent(
            format -> key.setFormat(ContentFormat.valueOf("CONTENT_FORMAT_" + format.name())));
    return key.build();
  }
}
