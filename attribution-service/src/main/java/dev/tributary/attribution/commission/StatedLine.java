package dev.tributary.attribution.commission;

import dev.tributary.attribution.owner.Owner;

/**
 * A line with where it stands.
 *
 * @param statementNo its statement; 0 while it is in none
 * @param lineNo place in the statement, from 1; 0 while it is in none
 * @param owner whose it is
 * @param currency currency of its amounts
 * @param line the line
 */
public record StatedLine(long statementNo, int lineNo, Owner owner, String currency, Line line) {}
