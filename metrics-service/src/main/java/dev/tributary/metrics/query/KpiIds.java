package dev.tributary.metrics.query;

import dev.tributary.metrics.kpi.KpiCatalogue;
import dev.tributary.metrics.kpi.KpiDefinition;
import dev.tributary.runtime.api.ApiException;
import dev.tributary.runtime.api.Fields;
import dev.tributary.runtime.api.Rejected;
import java.util.ArrayList;
import java.util.List;

/** KPIs that a request names. */
final class KpiIds {
  private KpiIds() {}

  /** KPIs of a list: at least one, each known, each once. */
  static List<KpiDefinition> parse(List<String> ids, int countMax) throws Rejected {
    Requests.requireCount("kpi_ids", ids, 1, countMax);
    List<KpiDefinition> kpis = new ArrayList<>();
    for (int i = 0; i < ids.size(); i++) {
      String field = "kpi_ids[" + i + "]";
      String id = Fields.id(field, ids.get(i));
      KpiDefinition kpi =
          KpiCatalogue.find(id)
              .orElseThrow(
                  () ->
                      ApiException.fieldInvalid(
                          field, "\"" + id + "\" (expected: an id that ListKpis lists)"));
      if (kpis.contains(kpi)) {
        throw ApiException.fieldInvalid(field, "\"" + id + "\" again (expected: each KPI once)");
      }
      kpis.add(kpi);
    }
    return kpis;
  }

  /**
   * The KPI that a request is about.
   *
   * @throws ApiException NOT_FOUND if the catalogue does not have it
   */
  static KpiDefinition addressed(String kpiId) throws Rejected {
    String id = Fields.id("kpi_id", kpiId);
    return KpiCatalogue.find(id).orElseThrow(() -> ApiException.notFound("kpi", id));
  }
}
