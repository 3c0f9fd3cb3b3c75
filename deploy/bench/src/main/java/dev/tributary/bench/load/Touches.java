package dev.tributary.bench.load;

import com.google.protobuf.Timestamp;
import dev.tributary.attribution.v1.Touch;
import dev.tributary.attribution.v1.TouchType;
import dev.tributary.attribution.v1.UtmParameters;
import dev.tributary.runtime.identity.Uuid7;
import java.time.Clock;
import java.time.Instant;
import java.util.SplittableRandom;

/**
 * An endless stream of clicks as a redirector sends them, about 190 bytes each; of 100, one is a
 * resend of an earlier one. Not thread-safe.
 */
public final class Touches {
  /** Links that the clicks name. */
  public static final int LINKS = 200;

  private static final int DUPLICATE_OF = 100;
  private static final int CUSTOMER_OF = 5;

  /** A resend comes at most this many touches after its first. */
  private static final int REMEMBERED = 4096;

  private final Uuid7 ids;
  private final SplittableRandom random;
  private final long persons;
  private final Clock clock;
  private final Touch[] remembered = new Touch[REMEMBERED];
  private long made;

  /**
   * A stream of its own.
   *
   * @param persons how many visitors there are
   * @param seed of its chance
   */
  public Touches(long persons, long seed) {
    this.clock = Clock.systemUTC();
    this.random = new SplittableRandom(seed);
    this.ids = new Uuid7(clock, random.split());
    this.persons = persons;
  }

  /** Id of a link by its number. */
  public static String linkId(int number) {
    return "lnk-" + (10_000 + number);
  }

  /** The next touch, new or resent. */
  public Touch next() {
    boolean resent = made >= REMEMBERED && random.nextInt(DUPLICATE_OF) == 0;
    return resent ? remembered[random.nextInt(REMEMBERED)] : nextNew();
  }

  /** The next touch, never a resend. */
  public Touch nextNew() {
    long person = random.nextLong(persons);
    int link = random.nextInt(LINKS);
    Touch.Builder touch =
        Touch.newBuilder()
            .setTouchId(ids.next())
            .setType(TouchType.TOUCH_TYPE_CLICK)
            .setEventTime(now())
            .setLinkId(linkId(link))
            .setUtm(
                UtmParameters.newBuilder()
                    .setSource("instagram")
                    .setMedium("influencer")
                    .setCampaign("spring-glow-2026")
                    .setContent("story-" + link))
            .setVisitorId(Persons.visitorId(person));
    if (random.nextInt(CUSTOMER_OF) == 0) {
      touch.setCustomerId(Persons.customerId(person));
    }
    Touch built = touch.build();
    remembered[(int) (made++ % REMEMBERED)] = built;
    return built;
  }

  private Timestamp now() {
    Instant now = clock.instant();
    return Timestamp.newBuilder()
        .setSeconds(now.getEpochSecond())
        .setNanos(now.getNano() / 1000 * 1000)
        .build();
  }
}
