package dev.tributary.reporting.render;

/** A part of a section as it is shown. */
public sealed interface BlockView permits ScoreboardView, TableView, LineChartView, BarChartView {}
