package dev.tributary.local.ledgermodel;

import dev.tributary.attribution.v1.Conversion;
import dev.tributary.attribution.v1.Touch;
import dev.tributary.attribution.v1.TouchConsent;
import dev.tributary.attribution.v1.TouchType;
import dev.tributary.attribution.v1.TouchValidity;
import dev.tributary.local.ledgermodel.Happenings.Differing;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** Touches of a few persons, many of one time, some at the very ends of the windows. */
final class RandomTouches {
  static final int PERSONS = 4;

  private static final List<Duration> BEFORE_AN_ORDER =
      List.of(
          Duration.ZERO,
          Duration.of(-1, ChronoUnit.MICROS),
          Duration.ofHours(-5),
          Duration.ofSeconds(5),
          Duration.ofSeconds(5).minus(1, ChronoUnit.MICROS),
          Duration.ofDays(30),
          Duration.ofDays(30).plus(1, ChronoUnit.MICROS),
          Duration.ofDays(45),
          Duration.ofDays(100),
          Duration.ofHours(1),
          Duration.ofHours(1),
          Duration.ofHours(2));

  private final Chance chance;
  private int count;
  private Optional<Touch> last = Optional.empty();

  RandomTouches(Chance chance) {
    this.chance = chance;
  }

  /** Id of a touch that was made or will be soon. */
  String someId() {
    return "t" + (1 + chance.below(count + 3));
  }

  Touch any(Instant now, List<Fact.Ordered> orders) {
    count++;
    Touch.Builder touch =
        Touch.newBuilder()
            .setTouchId("t" + count)
            .setType(chance.oneIn(4) ? TouchType.TOUCH_TYPE_VISIT : TouchType.TOUCH_TYPE_CLICK)
            .setEventTime(Moments.of(anyTime(now)))
            .setTest(chance.oneIn(15));
    if (chance.oneIn(4)) {
      touch.setUtm(RandomShop.utm(chance.of(RandomShop.SOURCES)));
    } else if (!chance.oneIn(12)) {
      touch.setLinkId(chance.of(RandomShop.LINKS));
    }
    setSomebody(touch);
    if (!orders.isEmpty() && chance.oneIn(2)) {
      setNear(touch, chance.of(orders).order(), now);
    }
    if (chance.oneIn(8)) {
      touch.setValidity(
          chance.of(
              List.of(
                  TouchValidity.TOUCH_VALIDITY_BOT,
                  TouchValidity.TOUCH_VALIDITY_PREVIEW,
                  TouchValidity.TOUCH_VALIDITY_INTERNAL)));
    }
    last = Optional.of(touch.build());
    return last.get();
  }

  /** The last one that was made. */
  Optional<Touch> last() {
    return last;
  }

  private void setSomebody(Touch.Builder touch) {
    int person = chance.below(PERSONS);
    switch (chance.below(8)) {
      case 6 -> touch.setVisitorId("shared");
      case 7 ->
          touch
              .setVisitorId("visitor-" + person)
              .setConsent(
                  chance.oneIn(2)
                      ? TouchConsent.TOUCH_CONSENT_DENIED
                      : TouchConsent.TOUCH_CONSENT_GRANTED);
      case 0 -> touch.setCustomerId("customer-" + person);
      case 1 -> touch.setVisitorId("elsewhere-" + person).setCustomerId("customer-" + person);
      case 2 -> touch.setVisitorId("only-this-touch-" + count);
      default -> touch.setVisitorId("visitor-" + person);
    }
  }

  /** Around an order, and often of its visitor. */
  private void setNear(Touch.Builder touch, Conversion order, Instant now) {
    Instant time = Moments.of(order.getConversionTime()).minus(chance.of(BEFORE_AN_ORDER));
    touch.setEventTime(Moments.of(time.isAfter(now) ? now : time));
    if (!order.getVisitorId().isEmpty()
        && !Erasure.isForgotten(order.getVisitorId())
        && chance.oneIn(2)) {
      touch.setVisitorId(order.getVisitorId());
    }
  }

  private Instant anyTime(Instant now) {
    return now.minus(Duration.ofHours(chance.below(24 * 12))).truncatedTo(ChronoUnit.HOURS);
  }

  Differing<Touch> differing(Touch touch) {
    boolean named = touch.getConsent() != TouchConsent.TOUCH_CONSENT_DENIED;
    return switch (chance.below(named ? 3 : 2)) {
      case 0 -> new Differing<>(touch.toBuilder().setTest(!touch.getTest()).build(), "test");
      case 2 ->
          new Differing<>(touch.toBuilder().setCustomerId("somebody-else").build(), "customer_id");
      default ->
          new Differing<>(
              touch.toBuilder()
                  .setEventTime(Moments.of(Moments.of(touch.getEventTime()).minusSeconds(1)))
                  .build(),
              "event_time");
    };
  }
}
