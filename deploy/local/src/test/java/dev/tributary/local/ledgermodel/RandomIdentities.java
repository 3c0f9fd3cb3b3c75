package dev.tributary.local.ledgermodel;

import dev.tributary.attribution.v1.IdentityLink;
import dev.tributary.attribution.v1.IdentityLinkKind;
import dev.tributary.local.ledgermodel.Happenings.Differing;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Logins, logouts and mistakes on the devices of a few persons, some of which are shared. */
final class RandomIdentities {
  private final Chance chance;
  private int count;

  RandomIdentities(Chance chance) {
    this.chance = chance;
  }

  IdentityLink any(Instant now, History history) {
    count++;
    List<Fact.Identified> known =
        history.all(Fact.Identified.class).stream()
            .filter(fact -> !Erasure.isForgotten(fact.link().getVisitorId()))
            .toList();
    int person = chance.below(RandomTouches.PERSONS);
    IdentityLink.Builder link =
        IdentityLink.newBuilder()
            .setIdentityLinkId("i" + count)
            .setVisitorId(chance.of(List.of("visitor-" + person, "elsewhere-" + person, "shared")))
            .setEventTime(Moments.of(time(now, history)));
    if (!known.isEmpty() && chance.oneIn(5)) {
      // Of one that is known, or of one to come.
      IdentityLink wrong = chance.of(known).link();
      return link.setKind(IdentityLinkKind.IDENTITY_LINK_KIND_RETRACT)
          .setVisitorId(wrong.getVisitorId())
          .setRetractedLinkId(
              chance.oneIn(3) ? "i" + (count + 1 + chance.below(2)) : wrong.getIdentityLinkId())
          .build();
    }
    if (chance.oneIn(4)) {
      return link.setKind(IdentityLinkKind.IDENTITY_LINK_KIND_UNLINK).build();
    }
    return link.setKind(IdentityLinkKind.IDENTITY_LINK_KIND_LINK)
        .setCustomerId(
            "customer-" + (chance.oneIn(2) ? person : chance.below(RandomTouches.PERSONS)))
        .build();
  }

  /** Often that of a touch, to the microsecond. */
  private Instant time(Instant now, History history) {
    List<Fact.Touched> touches = history.all(Fact.Touched.class);
    if (!touches.isEmpty() && chance.oneIn(3)) {
      return Moments.of(chance.of(touches).touch().getEventTime());
    }
    return now.minus(Duration.ofHours(chance.below(24 * 14))).truncatedTo(ChronoUnit.HOURS);
  }

  Differing<IdentityLink> differing(IdentityLink link) {
    return new Differing<>(
        link.toBuilder()
            .setEventTime(Moments.of(Moments.of(link.getEventTime()).minusSeconds(1)))
            .build(),
        "event_time");
  }
}
