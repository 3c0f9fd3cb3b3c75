package dev.tributary.attribution.hold;

import dev.tributary.attribution.credit.CreditKey;
import dev.tributary.attribution.credit.CreditSource;
import dev.tributary.attribution.storefront.HoldSettings;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Finds credited touches that cannot have brought the buyer: fewer seconds before the order than
 * anybody needs to buy, or after the checkout had begun. Scripts and browser extensions put such
 * touches in at the last moment.
 */
final class ImpossibleTime {
  private static final int MICROS_DECIMALS = 6;

  private ImpossibleTime() {}

  static List<HoldEvidence> evidence(HoldFacts facts, HoldSettings settings) {
    if (settings.impossibleTimeOff()) {
      return List.of();
    }
    return facts.credits().stream()
        .filter(credit -> credit.source() == CreditSource.LINK)
        .flatMap(credit -> evidence(credit, facts, settings.minTimeToConversion()).stream())
        .toList();
  }

  private static Optional<HoldEvidence> evidence(
      CreditKey credit, HoldFacts facts, Duration minBefore) {
    Instant touched = facts.touchTimes().get(credit.touchId());
    if (touched == null) {
      return Optional.empty();
    }
    Duration before = Duration.between(touched, facts.time());
    Optional<Instant> checkoutStart = facts.checkoutStart().filter(touched::isAfter);
    if (before.compareTo(minBefore) >= 0 && checkoutStart.isEmpty()) {
      return Optional.empty();
    }
    String summary =
        checkoutStart.isPresent()
            ? "The credited touch %s came %s s after the checkout had begun."
                .formatted(
                    credit.touchId(), seconds(Duration.between(checkoutStart.get(), touched)))
            : "The credited touch %s came %s s before the order; nobody buys in less than %s s."
                .formatted(credit.touchId(), seconds(before), seconds(minBefore));
    return Optional.of(
        new HoldEvidence(
            summary,
            "",
            List.of(),
            credit.touchId(),
            before,
            minBefore,
            checkoutStart,
            "",
            List.of()));
  }

  private static String seconds(Duration duration) {
    BigDecimal seconds =
        BigDecimal.valueOf(TimeUnit.NANOSECONDS.toMicros(duration.toNanos()), MICROS_DECIMALS);
    return seconds.signum() == 0 ? "0" : seconds.stripTrailingZeros().toPlainString();
  }
}
