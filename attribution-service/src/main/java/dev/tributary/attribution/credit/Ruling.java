package dev.tributary.attribution.credit;

/**
 * What was decided about one candidate.
 *
 * @param decision chosen, or why not
 * @param message in words, with the figures
 */
record Ruling(CandidateDecision decision, String message) {}
