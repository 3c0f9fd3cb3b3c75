package dev.tributary.reporting.render;

/**
 * An event as it is drawn: a line with a number that the list below the chart explains.
 *
 * @param number its number, from 1
 * @param x where, in pixels
 * @param y height of its number, in pixels
 * @param date the day, for people
 * @param label what happened
 */
public record EventMark(int number, int x, int y, String date, String label) {}
