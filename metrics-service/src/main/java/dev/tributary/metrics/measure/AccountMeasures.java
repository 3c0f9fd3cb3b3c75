package dev.tributary.metrics.measure;

import dev.tributary.metrics.fact.AccountFact;
import dev.tributary.metrics.fact.TimeRange;
import java.time.Instant;
import java.util.Optional;

/** Measures of a brand account. */
final class AccountMeasures {
  private AccountMeasures() {}

  /**
   * The measure in the window; when the newest values are asked for, since the account's campaign
   * began.
   *
   * @param campaignStart when the first of its campaigns asked for began
   */
  static Cell of(Measure measure, AccountFact account, Window asked, Instant campaignStart) {
    Window window =
        asked.range().isPresent()
            ? asked
            : Window.of(new TimeRange(campaignStart, Instant.MAX), asked.zone());
    Counter followers = new Counter(account.followers(), Optional.empty(), Optional.empty());
    return switch (measure) {
      case FOLLOWER_GROWTH -> followers.in(window);
      case FOLLOWERS_AT_START -> followers.valueAt(window.range().orElseThrow().start(), window);
      default -> throw new IllegalArgumentException(measure + " is no measure of accounts");
    };
  }
}
