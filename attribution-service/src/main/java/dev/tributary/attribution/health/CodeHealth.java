package dev.tributary.attribution.health;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;

/**
 * How a code is used.
 *
 * @param codeId the code
 * @param peers what it was compared with
 * @param uses uses inside the window
 * @param usesBefore uses in the days before
 * @param signals every signal, in the order of its kinds
 */
record CodeHealth(String codeId, Peers peers, long uses, long usesBefore, List<Signal> signals) {
  /** Points from which a code is watched. */
  static final int WATCH_MIN = 25;

  /** Points from which it is suspect; more than any signal has. */
  static final int SUSPECT_MIN = 50;

  /** Worst first. */
  static final Comparator<CodeHealth> WORST_FIRST =
      Comparator.comparing(CodeHealth::status)
          .thenComparing(health -> health.score().orElse(-1))
          .reversed()
          .thenComparing(CodeHealth::codeId);

  /** Keeps its own copy. */
  CodeHealth {
    signals = List.copyOf(signals);
  }

  /** Judges the uses of a code. */
  static CodeHealth of(String codeId, Tally code, Peers peers, Tally ofPeers, Question question) {
    List<Signal> signals = new ArrayList<>();
    for (SignalKind kind : SignalKind.values()) {
      signals.add(
          kind == SignalKind.VELOCITY
              ? VelocitySignal.of(code, ofPeers)
              : ShareSignal.of(kind, code, ofPeers, question));
    }
    return new CodeHealth(codeId, peers, code.usesInWindow(), code.usesBefore(), signals);
  }

  /** Points of all signals; absent when none has enough data. */
  OptionalInt score() {
    return signals.stream().noneMatch(signal -> signal.contribution().isPresent())
        ? OptionalInt.empty()
        : OptionalInt.of(
            signals.stream().mapToInt(signal -> signal.contribution().orElse(0)).sum());
  }

  HealthStatus status() {
    if (score().isEmpty()) {
      return HealthStatus.NOT_ENOUGH_DATA;
    }
    int points = score().getAsInt();
    if (points >= SUSPECT_MIN) {
      return HealthStatus.SUSPECT;
    }
    return points >= WATCH_MIN ? HealthStatus.WATCH : HealthStatus.OK;
  }

  /** What to do, and why. */
  Advice advice() {
    return Advice.of(this);
  }

  Signal signal(SignalKind kind) {
    return signals.stream().filter(signal -> signal.kind() == kind).findFirst().orElseThrow();
  }

  /**
   * What a code was compared with.
   *
   * @param basis what they are
   * @param name of the group, or the campaign's id
   */
  record Peers(Basis basis, String name) {
    /** Nothing to compare with. */
    static final Peers NONE = new Peers(Basis.NONE, "");
  }

  /** What peers are. */
  enum Basis {
    /** There are none. */
    NONE,
    /** The other codes of a group of the question. */
    GROUP,
    /** The other codes of the campaign. */
    CAMPAIGN
  }
}
