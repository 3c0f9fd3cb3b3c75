package dev.tributary.attribution.hold;

import dev.tributary.attribution.conversion.ConversionKey;
import java.time.Instant;
import java.util.Optional;

/**
 * Why an order is not paid for, or was not for a time.
 *
 * @param key the order
 * @param holdNo place among the holds of the order, from 1
 * @param rule what placed it
 * @param ruleVersion version of the rules that placed it
 * @param state what became of it
 * @param evidence what was seen
 * @param conversionTime when the order was made
 * @param placed when, and by whom
 * @param resolved when it ended, and by whom; empty while it is held
 */
record Hold(
    ConversionKey key,
    int holdNo,
    HoldRule rule,
    int ruleVersion,
    HoldState state,
    HoldEvidence evidence,
    Instant conversionTime,
    Event placed,
    Optional<Event> resolved) {

  /**
   * Something that was done about a hold.
   *
   * @param time when
   * @param command by whom, and why
   */
  record Event(Instant time, HoldCommand command) {}

  boolean isHeld() {
    return state == HoldState.HELD;
  }

  /** Whether a person has seen it and let it pass. */
  boolean isReleasedByPerson() {
    return state == HoldState.RELEASED
        && resolved.filter(event -> event.command().isPersons()).isPresent();
  }

  /** With another state, which somebody gave it. */
  Hold resolved(HoldState newState, HoldCommand command, Instant now) {
    return new Hold(
        key,
        holdNo,
        rule,
        ruleVersion,
        newState,
        evidence,
        conversionTime,
        placed,
        Optional.of(new Event(now, command)));
  }
}
