package dev.tributary.reporting.section;

import dev.tributary.ingestion.v1.Annotation;
import dev.tributary.ingestion.v1.Collaboration;
import dev.tributary.ingestion.v1.Post;
import dev.tributary.metrics.v1.KpiDefinition;
import dev.tributary.metrics.v1.SeriesPoint;
import dev.tributary.reporting.figure.Dates;
import dev.tributary.reporting.figure.Magnitude;
import dev.tributary.reporting.figure.Sentence;
import dev.tributary.reporting.figure.ValueText;
import dev.tributary.reporting.v1.Block;
import dev.tributary.reporting.v1.ChartMark;
import dev.tributary.reporting.v1.ChartMarkKind;
import dev.tributary.reporting.v1.ChartPoint;
import dev.tributary.reporting.v1.Display;
import dev.tributary.reporting.v1.LineChart;
import dev.tributary.reporting.v1.Section;
import dev.tributary.runtime.api.ProtoTimes;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The objective's main KPI day by day, with what happened and when posts went live. */
final class TimeSection {
  private static final int NAMES_MAX = 3;

  private TimeSection() {}

  static Section of(ReportFacts facts) {
    Section.Builder section = Section.newBuilder().setSectionId("time").setHeading("Over time");
    List<ChartPoint> points =
        facts.answers().series().stream().flatMap(TimeSection::point).toList();
    Optional<KpiDefinition> main = facts.kpis().definition(facts.preset().main());
    if (points.isEmpty() || main.isEmpty()) {
      return section.build();
    }
    Display display = Labels.display(main.get().getUnit());
    String first = points.get(0).getDate();
    String last = points.get(points.size() - 1).getDate();
    LineChart chart =
        LineChart.newBuilder()
            .setCaption(
                "%s by day, %s to %s"
                    .formatted(main.get().getDisplayName(), Dates.day(first), Dates.day(last)))
            .setLabel(main.get().getDisplayName())
            .setDisplay(display)
            .addAllPoints(points)
            .addAllMarks(marks(facts, first, last))
            .build();
    highest(points, display).ifPresent(section::addSentences);
    return section.addBlocks(Block.newBuilder().setLineChart(chart)).build();
  }

  private static Stream<ChartPoint> point(SeriesPoint day) {
    return day.getValuesList().stream()
        .limit(1)
        .map(
            value ->
                ChartPoint.newBuilder().setDate(day.getDate()).setValue(value.getValue()).build());
  }

  private static Optional<String> highest(List<ChartPoint> points, Display display) {
    return points.stream()
        .filter(point -> Magnitude.of(point.getValue()).isPresent())
        .max(Comparator.comparing(point -> Magnitude.of(point.getValue()).orElseThrow().amount()))
        .filter(point -> Magnitude.of(point.getValue()).orElseThrow().amount().signum() > 0)
        .map(
            point ->
                "The highest day is %s with %s."
                    .formatted(
                        Dates.day(point.getDate()),
                        ValueText.of(point.getValue(), display).inline()));
  }

  /** Events one by one, publications by day; both within the days drawn. */
  private static List<ChartMark> marks(ReportFacts facts, String first, String last) {
    List<ChartMark> marks = new ArrayList<>();
    for (Annotation annotation : facts.campaign().getAnnotationsList()) {
      String day = facts.days().dayOf(ProtoTimes.toInstant(annotation.getTime())).toString();
      marks.add(
          mark(
              day,
              Labels.annotation(annotation.getKind()) + ": " + annotation.getText(),
              ChartMarkKind.CHART_MARK_KIND_EVENT));
    }
    publications(facts)
        .forEach(
            (day, posts) ->
                marks.add(
                    mark(
                        day.toString(),
                        published(facts, posts),
                        ChartMarkKind.CHART_MARK_KIND_POSTS)));
    return marks.stream()
        .filter(mark -> mark.getDate().compareTo(first) >= 0)
        .filter(mark -> mark.getDate().compareTo(last) <= 0)
        .sorted(Comparator.comparing(ChartMark::getDate))
        .toList();
  }

  private static Map<LocalDate, List<Post>> publications(ReportFacts facts) {
    Map<LocalDate, List<Post>> byDay = new TreeMap<>();
    for (Post post : facts.answers().posts()) {
      if (post.hasPublishTime()) {
        LocalDate day = facts.days().dayOf(ProtoTimes.toInstant(post.getPublishTime()));
        byDay.computeIfAbsent(day, none -> new ArrayList<>()).add(post);
      }
    }
    return byDay;
  }

  private static String published(ReportFacts facts, List<Post> posts) {
    Map<String, String> creators = new LinkedHashMap<>();
    for (Collaboration collaboration : facts.answers().collaborations()) {
      creators.put(collaboration.getCollaborationId(), collaboration.getCreatorId());
    }
    Set<String> names = new LinkedHashSet<>();
    posts.forEach(
        post ->
            names.add(facts.names().label(creators.getOrDefault(post.getCollaborationId(), ""))));
    return Sentence.counted(posts.size(), "post", "posts")
        + ": "
        + Sentence.list(List.copyOf(names), NAMES_MAX);
  }

  private static ChartMark mark(String day, String label, ChartMarkKind kind) {
    return ChartMark.newBuilder().setDate(day).setLabel(label).setKind(kind).build();
  }
}
