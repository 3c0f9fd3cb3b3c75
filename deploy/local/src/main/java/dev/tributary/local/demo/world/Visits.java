package dev.tributary.local.demo.world;

import dev.tributary.attribution.v1.Touch;
import dev.tributary.attribution.v1.TouchType;
import dev.tributary.attribution.v1.TouchValidity;
import dev.tributary.runtime.api.ProtoTimes;
import dev.tributary.runtime.identity.Uuid7;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Who followed which link when. People come back, some to another creator. */
final class Visits {
  private static final Duration AFTER_POST = Duration.ofHours(30);
  private static final Duration BETWEEN_VISITS = Duration.ofDays(3);
  private static final double COMES_BACK = 0.38;

  private final List<DemoPost> posts;
  private final double[] pull;
  private final Calendar calendar;
  private final Chance chance;

  private Visits(List<DemoPost> posts, Calendar calendar, Chance chance) {
    this.posts = posts;
    this.pull =
        Chance.runningSums(
            posts.stream().map(post -> Math.pow((double) post.finalImpressions(), 0.8)).toList());
    this.calendar = calendar;
    this.chance = chance;
  }

  /** The given number of touches, in the order of their time. */
  static List<Visit> of(List<DemoPost> posts, int count, Calendar calendar, long seed) {
    Visits visits = new Visits(posts, calendar, Chance.of(seed, "visits"));
    List<Visit> made = new ArrayList<>(count);
    for (int visitor = 1; made.size() < count; visitor++) {
      visits.journey("visitor-" + visitor, count - made.size(), made);
    }
    made.sort(Comparator.comparing(Visit::time).thenComparing(visit -> visit.touch().getTouchId()));
    return List.copyOf(made);
  }

  private void journey(String visitor, int countMax, List<Visit> made) {
    DemoPost post = posts.get(chance.weighted(pull));
    Instant time = post.published().plus(chance.waiting(AFTER_POST));
    int visits = 0;
    do {
      if (!calendar.hasCome(time)) {
        return;
      }
      made.add(visit(visitor, post, time));
      visits++;
      post = chance.happens(0.5) ? post : posts.get(chance.weighted(pull));
      Instant next = time.plus(chance.waiting(BETWEEN_VISITS));
      time = next.isBefore(post.published()) ? post.published().plusSeconds(60) : next;
    } while (visits < countMax && chance.happens(COMES_BACK));
  }

  private Visit visit(String visitor, DemoPost post, Instant time) {
    DemoCreator creator = post.creator();
    Touch.Builder touch =
        Touch.newBuilder()
            .setTouchId(touchId(time))
            .setEventTime(ProtoTimes.toProto(time))
            .setVisitorId(visitor)
            .setValidity(validity());
    if (chance.happens(0.93)) {
      touch.setType(TouchType.TOUCH_TYPE_CLICK).setLinkId(HandOut.linkId(creator, post.isStory()));
    } else {
      touch.setType(TouchType.TOUCH_TYPE_VISIT).setUtm(HandOut.utm(creator, post.isStory()));
    }
    return new Visit(visitor, creator, time, touch.build());
  }

  private TouchValidity validity() {
    if (chance.happens(0.97)) {
      return TouchValidity.TOUCH_VALIDITY_UNSPECIFIED;
    }
    return chance.happens(0.6)
        ? TouchValidity.TOUCH_VALIDITY_BOT
        : TouchValidity.TOUCH_VALIDITY_PREVIEW;
  }

  private String touchId(Instant time) {
    return new Uuid7(Clock.fixed(time, ZoneOffset.UTC), chance.generator()).next();
  }
}
