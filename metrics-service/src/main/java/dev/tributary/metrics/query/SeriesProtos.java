package dev.tributary.metrics.query;

import dev.tributary.metrics.kpi.KpiDefinition;
import dev.tributary.metrics.series.Point;
import dev.tributary.metrics.series.SeriesResult;
import dev.tributary.metrics.v1.QuerySeriesResponse;
import dev.tributary.metrics.v1.SeriesPoint;
import java.util.List;

/** Messages of series. */
final class SeriesProtos {
  private SeriesProtos() {}

  /** An answer. */
  static QuerySeriesResponse toProto(SeriesQuestion asked, Answer<SeriesResult> answer) {
    List<KpiDefinition> kpis = asked.question().kpis();
    return QuerySeriesResponse.newBuilder()
        .addAllPoints(answer.content().points().stream().map(point -> point(kpis, point)).toList())
        .setTimeZone(answer.content().days().zone().getId())
        .setCurrencyCode(answer.currency().orElse(""))
        .addAllAsOf(answer.asOf())
        .build();
  }

  private static SeriesPoint point(List<KpiDefinition> kpis, Point point) {
    SeriesPoint.Builder message = SeriesPoint.newBuilder().setDate(point.date().toString());
    for (int i = 0; i < kpis.size(); i++) {
      message.addValues(MeasuredProtos.toProto(kpis.get(i).id(), point.values().get(i)));
    }
    return message.build();
  }
}
