package dev.tributary.metrics.query;

import dev.tributary.metrics.fault.FaultKind;
import dev.tributary.metrics.kpi.KpiDefinition;
import dev.tributary.metrics.kpi.RowOrder;
import dev.tributary.metrics.measure.Dimension;
import dev.tributary.metrics.v1.DataFaultKind;
import dev.tributary.metrics.v1.ExplainKpiRequest;
import dev.tributary.metrics.v1.ListDataFaultsRequest;
import dev.tributary.metrics.v1.QueryKpisRequest;
import dev.tributary.metrics.v1.QuerySeriesRequest;
import dev.tributary.runtime.api.ApiException;
import dev.tributary.runtime.api.Fields;
import dev.tributary.runtime.api.Rejected;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Questions from their messages; every wrong field is named with what came and what is accepted.
 */
final class QuestionProtos {
  private static final int TABLE_KPIS_MAX = 50;
  private static final int SERIES_KPIS_MAX = 20;
  private static final int DIMENSIONS_MAX = 3;

  private QuestionProtos() {}

  /** A question for a table. */
  static TableQuestion table(String workspace, QueryKpisRequest request) throws Rejected {
    Requests.requirePositions(request.getAtLeastList());
    List<KpiDefinition> kpis = KpiIds.parse(request.getKpiIdsList(), TABLE_KPIS_MAX);
    return new TableQuestion(
        new Question(
            kpis,
            FilterProtos.filter(workspace, request.getFilter()),
            currency(request.getCurrencyCode())),
        FilterProtos.range(request.hasTimeRange(), request.getTimeRange()),
        dimensions(request),
        new RowOrder(
            orderIndex(request.getOrderByKpiId(), request.getKpiIdsList()),
            request.getAscending()));
  }

  /** A question for a series. */
  static SeriesQuestion series(String workspace, QuerySeriesRequest request) throws Rejected {
    Requests.requirePositions(request.getAtLeastList());
    Optional<LocalDate> first = Fields.optionalDate("start_date", request.getStartDate());
    Optional<LocalDate> last = Fields.optionalDate("end_date", request.getEndDate());
    if (first.isPresent() != last.isPresent()) {
      throw ApiException.fieldInvalid(
          first.isPresent() ? "end_date" : "start_date",
          "absent (expected: both dates, or neither)");
    }
    SeriesQuestion question =
        new SeriesQuestion(
            new Question(
                KpiIds.parse(request.getKpiIdsList(), SERIES_KPIS_MAX),
                FilterProtos.filter(workspace, request.getFilter()),
                currency(request.getCurrencyCode())),
            first,
            last,
            zone(request.getTimeZone()));
    question.requireDatesUnlessCampaign();
    return question;
  }

  /** A question for an explanation of one KPI. */
  static Question explanation(String workspace, ExplainKpiRequest request) throws Rejected {
    Requests.requirePositions(request.getAtLeastList());
    return new Question(
        List.of(KpiIds.addressed(request.getKpiId())),
        FilterProtos.filter(workspace, request.getFilter()),
        currency(request.getCurrencyCode()));
  }

  /** A question for faults. */
  static FaultQuestion faults(String workspace, ListDataFaultsRequest request) throws Rejected {
    Requests.requirePositions(request.getAtLeastList());
    return new FaultQuestion(
        FilterProtos.known("kinds", request.getKindsList(), QuestionProtos::kind),
        FilterProtos.filter(workspace, request.getFilter()));
  }

  private static Set<Dimension> dimensions(QueryKpisRequest request) throws Rejected {
    Requests.requireAtMost("group_by", request.getGroupByList(), DIMENSIONS_MAX);
    Set<Dimension> dimensions =
        FilterProtos.known("group_by", request.getGroupByList(), QuestionProtos::dimension);
    if (dimensions.size() < request.getGroupByCount()) {
      throw ApiException.fieldInvalid(
          "group_by", request.getGroupByList() + " (expected: each dimension once)");
    }
    return dimensions;
  }

  private static OptionalInt orderIndex(String orderBy, List<String> kpiIds) {
    if (orderBy.isEmpty()) {
      return OptionalInt.empty();
    }
    int index = kpiIds.indexOf(orderBy);
    if (index < 0) {
      throw ApiException.fieldInvalid(
          "order_by_kpi_id", "\"" + orderBy + "\" (expected: one of kpi_ids " + kpiIds + ")");
    }
    return OptionalInt.of(index);
  }

  private static Optional<String> currency(String code) throws Rejected {
    return code.isEmpty() ? Optional.empty() : Optional.of(Fields.currency("currency_code", code));
  }

  private static Optional<ZoneId> zone(String zone) throws Rejected {
    return zone.isEmpty() ? Optional.empty() : Optional.of(Fields.zone("time_zone", zone));
  }

  private static Dimension dimension(dev.tributary.metrics.v1.Dimension dimension) {
    return Dimension.valueOf(dimension.name().substring("DIMENSION_".length()));
  }

  private static FaultKind kind(DataFaultKind kind) {
    return FaultKind.valueOf(kind.name().substring("DATA_FAULT_KIND_".length()));
  }
}
