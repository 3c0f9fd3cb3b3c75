package dev.tributary.local.importing;

import dev.tributary.attribution.v1.UtmParameters;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Visits that led to orders from a second file, as shops keep them: several per order.
 *
 * @param visitsByOrder by the shop's order id, oldest first
 */
record VisitJoin(Map<String, List<Visit>> visitsByOrder) {
  private static final String PREFIX = "visits=";

  private static final Map<String, List<String>> COLUMNS =
      Map.of(
          "order_id", List.of("order_id"),
          "time", List.of("occurred_at", "time", "created_at"),
          "landing_url", List.of("landing_page", "landing_url", "landing_site"),
          "utm_source", List.of("utm_parameters_source", "utm_source"),
          "utm_medium", List.of("utm_parameters_medium", "utm_medium"),
          "utm_campaign", List.of("utm_parameters_campaign", "utm_campaign"),
          "utm_term", List.of("utm_parameters_term", "utm_term"),
          "utm_content", List.of("utm_parameters_content", "utm_content"));

  /**
   * A visit.
   *
   * @param time when
   * @param page what its landing page tells
   */
  record Visit(Instant time, LandingPage page) {}

  /** No visits at all. */
  static VisitJoin none() {
    return new VisitJoin(Map.of());
  }

  /** Whether a join is one of visits. */
  static boolean isOne(String text) {
    return text.startsWith(PREFIX);
  }

  /**
   * Reads {@code visits=FILE}: a file with an order id, a time, and a landing page or UTM columns.
   * Visits without a tag and rows without order or time are passed over.
   *
   * @throws IOException if the file cannot be read
   */
  static VisitJoin read(String text, Cells cells) throws IOException {
    Map<String, Mapping.Source> sources = new LinkedHashMap<>();
    COLUMNS.forEach((field, columns) -> sources.put(field, new Mapping.FirstOf(columns)));
    Map<String, List<Visit>> visits = new HashMap<>();
    try (CsvFile file =
        CsvFile.open(Path.of(text.substring(PREFIX.length())), new Mapping(sources))) {
      for (CsvRow row : file) {
        Optional<Visit> visit = visit(row, cells);
        row.get("order_id")
            .filter(order -> visit.isPresent())
            .ifPresent(
                order ->
                    visits.computeIfAbsent(order, first -> new ArrayList<>()).add(visit.get()));
      }
    }
    visits.values().forEach(list -> list.sort(Comparator.comparing(Visit::time)));
    return new VisitJoin(visits);
  }

  List<Visit> of(String orderId) {
    return visitsByOrder.getOrDefault(orderId, List.of());
  }

  private static Optional<Visit> visit(CsvRow row, Cells cells) {
    UtmParameters utm = LinkRows.utm(row);
    LandingPage page =
        row.get("landing_url").flatMap(LandingPage::parse).orElse(new LandingPage("", utm));
    try {
      return page.isTagged()
          ? cells.optionalTime(row, "time").map(time -> new Visit(time, page))
          : Optional.empty();
    } catch (RowRejected noTime) {
      return Optional.empty();
    }
  }
}
