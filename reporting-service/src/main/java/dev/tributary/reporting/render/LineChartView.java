package dev.tributary.reporting.render;

import java.util.List;

/**
 * A line chart as it is drawn. A day without a number is a gap in the line.
 *
 * @param id id within the page
 * @param caption what it shows
 * @param axisTitle what the upright axis counts
 * @param zeroY height of 0, in pixels
 * @param steps steps of the upright axis, in pixels from the top
 * @param days some days, in pixels from the left
 * @param lines points of each unbroken line, "x,y x,y"
 * @param areas the same lines, closed along 0
 * @param dots days that are incomplete or stand alone
 * @param events what happened
 * @param posts when posts went live
 * @param figures the same as a table
 */
public record LineChartView(
    String id,
    String caption,
    String axisTitle,
    int zeroY,
    List<AxisMark> steps,
    List<AxisMark> days,
    List<String> lines,
    List<String> areas,
    List<Dot> dots,
    List<EventMark> events,
    List<PostMark> posts,
    TableView figures)
    implements BlockView {
  /** Width of the picture, in pixels. */
  public static final int WIDTH = 960;

  /** Height of the picture, in pixels. */
  public static final int HEIGHT = 384;

  /** Left edge of what is drawn, in pixels. */
  public static final int LEFT = 64;

  /** Right edge of what is drawn, in pixels. */
  public static final int RIGHT = 944;

  /** Upper edge of what is drawn, in pixels; the events' numbers stand above it. */
  public static final int TOP = 88;

  /** Lower edge of what is drawn, in pixels. */
  public static final int BOTTOM = 320;

  /** Keeps its own copies. */
  public LineChartView {
    steps = List.copyOf(steps);
    days = List.copyOf(days);
    lines = List.copyOf(lines);
    areas = List.copyOf(areas);
    dots = List.copyOf(dots);
    events = List.copyOf(events);
    posts = List.copyOf(posts);
  }

  /** Whether a day is drawn as incomplete. */
  public boolean hasPartialDots() {
    return dots.stream().anyMatch(dot -> !dot.complete());
  }
}
