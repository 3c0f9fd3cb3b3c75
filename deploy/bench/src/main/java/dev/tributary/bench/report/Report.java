package dev.tributary.bench.report;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * One run: what ran where, what was measured, and which bars are met.
 *
 * @param conditions machine, versions and settings, by name
 * @param figures what was measured
 * @param bars what the figures are held against
 */
public record Report(Map<String, String> conditions, List<Figure> figures, List<Bar> bars) {
  private static final String P50 = ".p50";
  private static final String P99 = ".p99";

  /** Keeps its own copies of the lists. */
  public Report {
    figures = List.copyOf(figures);
    bars = List.copyOf(bars);
  }

  /** For people, in a fixed-width font. */
  public String table() {
    StringBuilder text = new StringBuilder();
    conditions.forEach((name, value) -> text.append("%-18s %s%n".formatted(name, value)));
    text.append(
        "%n%-20s %10s %10s %10s %8s %8s  %-9s %s%n"
            .formatted("figure", "median", "min", "max", "p50 ms", "p99 ms", "unit", "what"));
    figures.stream().filter(figure -> !isLatency(figure)).map(this::row).forEach(text::append);
    if (!bars.isEmpty()) {
      text.append("%n%-8s %8s  %-9s %s%n".formatted("bar", "value", "asked", "what"));
      bars.stream().map(Report::row).forEach(text::append);
    }
    return text.toString();
  }

  /** For programs: every round of every figure. */
  public String json() {
    JsonObject root = new JsonObject();
    JsonObject where = new JsonObject();
    conditions.forEach(where::addProperty);
    root.add("conditions", where);
    JsonArray measured = new JsonArray();
    figures.forEach(figure -> measured.add(json(figure)));
    root.add("figures", measured);
    JsonArray held = new JsonArray();
    bars.forEach(bar -> held.add(json(bar)));
    root.add("bars", held);
    return new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create().toJson(root);
  }

  /** Latencies stand beside the rate that they belong to. */
  private static boolean isLatency(Figure figure) {
    return figure.id().endsWith(P50) || figure.id().endsWith(P99);
  }

  private String row(Figure figure) {
    return "%-20s %10s %10s %10s %8s %8s  %-9s %s%n"
        .formatted(
            figure.id(),
            number(figure.median()),
            number(figure.min()),
            number(figure.max()),
            latency(figure.id() + P50),
            latency(figure.id() + P99),
            figure.unit(),
            figure.title());
  }

  private String latency(String id) {
    return figures.stream()
        .filter(figure -> figure.id().equals(id))
        .map(figure -> number(figure.median()))
        .findFirst()
        .orElse("");
  }

  private static String row(Bar bar) {
    return "%-8s %8s  %-9s %s (%s)%n"
        .formatted(
            bar.isMet() ? "met" : "NOT MET",
            number(bar.value().orElse(Double.NaN)),
            (bar.atLeast() ? ">= " : "<= ") + number(bar.limit()),
            bar.title(),
            bar.formula());
  }

  private static JsonObject json(Figure figure) {
    JsonObject object = new JsonObject();
    object.addProperty("id", figure.id());
    object.addProperty("title", figure.title());
    object.addProperty("unit", figure.unit());
    object.addProperty("median", figure.median());
    JsonArray rounds = new JsonArray();
    figure.rounds().forEach(rounds::add);
    object.add("rounds", rounds);
    return object;
  }

  private static JsonObject json(Bar bar) {
    JsonObject object = new JsonObject();
    object.addProperty("title", bar.title());
    object.addProperty("formula", bar.formula());
    bar.value().ifPresent(value -> object.addProperty("value", value));
    object.addProperty(bar.atLeast() ? "at_least" : "at_most", bar.limit());
    object.addProperty("met", bar.isMet());
    return object;
  }

  /** Whole above 100, two decimals below. */
  private static String number(double value) {
    return Math.abs(value) >= 100
        ? String.format(Locale.ROOT, "%,d", Math.round(value))
        : String.format(Locale.ROOT, "%.2f", value);
  }
}
