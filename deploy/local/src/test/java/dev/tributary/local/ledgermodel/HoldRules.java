package dev.tributary.local.ledgermodel;

import dev.tributary.attribution.v1.Conversion;
import dev.tributary.attribution.v1.CreatorIdentities;
import dev.tributary.attribution.v1.CreditSource;
import dev.tributary.attribution.v1.HoldEvidence;
import dev.tributary.attribution.v1.HoldRule;
import dev.tributary.attribution.v1.HoldSettings;
import dev.tributary.attribution.v1.IdentityKind;
import dev.tributary.attribution.v1.Owner;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;

/** Why the rules hold an order, by what is known now. */
final class HoldRules {
  private static final int MIN_SECONDS = 5;

  private HoldRules() {}

  /** Self-referrals by creator, then credited touches that were impossibly late. */
  static List<Finding> findings(Books books, List<Fact> known) {
    Conversion order = books.order();
    HoldSettings settings = Shops.at(known, order.getStorefrontId()).getHoldSettings();
    List<Finding> findings = new ArrayList<>();
    if (!settings.getSelfPurchasesAllowed()) {
      TreeSet<String> creators = new TreeSet<>();
      for (Decided.Share share : books.decided.shares()) {
        share.owner().map(Owner::getCreatorId).ifPresent(creators::add);
      }
      List<Identities.Told> told = Identities.of(books.ordered.orElseThrow(), known).told();
      creators.forEach(
          creator -> selfReferral(creator, order, told, known).ifPresent(findings::add));
    }
    if (!settings.getImpossibleTimeOff()) {
      long seconds =
          settings.hasMinSecondsToConversion() ? settings.getMinSecondsToConversion() : MIN_SECONDS;
      for (Decided.Share share : books.decided.shares()) {
        if (share.source() == CreditSource.CREDIT_SOURCE_LINK) {
          impossibleTime(share.touchId(), order, seconds, known).ifPresent(findings::add);
        }
      }
    }
    return findings;
  }

  private static Optional<Finding> selfReferral(
      String creator, Conversion order, List<Identities.Told> told, List<Fact> all) {
    CreatorIdentities names =
        all.stream()
            .filter(Fact.Named.class::isInstance)
            .map(fact -> ((Fact.Named) fact).creator())
            .filter(each -> each.getCreatorId().equals(creator))
            .reduce((earlier, later) -> later)
            .orElse(CreatorIdentities.getDefaultInstance());
    HoldEvidence.Builder evidence = HoldEvidence.newBuilder().setCreatorId(creator);
    List<Identities.Told> byLinks =
        told.stream()
            .filter(
                each ->
                    (each.isVisitor() ? names.getVisitorIdsList() : names.getCustomerIdsList())
                        .contains(each.name()))
            .toList();
    evidence.addAllIdentityLinkIds(
        byLinks.stream().flatMap(each -> each.links().stream()).distinct().sorted().toList());
    if (names.getCustomerIdsList().contains(order.getCustomerId())
        || byLinks.stream().anyMatch(each -> !each.isVisitor())) {
      evidence.addMatches(IdentityKind.IDENTITY_KIND_CUSTOMER);
    }
    if (names.getVisitorIdsList().contains(order.getVisitorId())
        || byLinks.stream().anyMatch(Identities.Told::isVisitor)) {
      evidence.addMatches(IdentityKind.IDENTITY_KIND_VISITOR);
    }
    if (!Collections.disjoint(
        compared(names.getEmailsList()), compared(order.getCustomerEmailsList()))) {
      evidence.addMatches(IdentityKind.IDENTITY_KIND_EMAIL);
    }
    return evidence.getMatchesCount() == 0
        ? Optional.empty()
        : Optional.of(new Finding(HoldRule.HOLD_RULE_SELF_REFERRAL, evidence.build()));
  }

  /** Addresses as they are compared: without tags, and those of Google without dots. */
  private static List<String> compared(List<String> addresses) {
    return addresses.stream()
        .map(address -> address.strip().toLowerCase(Locale.ROOT).split("@", 2))
        .map(
            parts -> {
              String local = parts[0].split("\\+", 2)[0];
              boolean isGoogle = parts[1].equals("gmail.com") || parts[1].equals("googlemail.com");
              return isGoogle ? local.replace(".", "") + "@gmail.com" : local + "@" + parts[1];
            })
        .toList();
  }

  private static Optional<Finding> impossibleTime(
      String touchId, Conversion order, long minSeconds, List<Fact> known) {
    Instant touched =
        known.stream()
            .filter(Fact.Touched.class::isInstance)
            .map(fact -> ((Fact.Touched) fact).touch())
            .filter(touch -> touch.getTouchId().equals(touchId))
            .map(touch -> Moments.of(touch.getEventTime()))
            .findFirst()
            .orElseThrow();
    Duration before = Duration.between(touched, Moments.of(order.getConversionTime()));
    boolean inCheckout =
        order.hasCheckoutStartTime() && touched.isAfter(Moments.of(order.getCheckoutStartTime()));
    if (before.compareTo(Duration.ofSeconds(minSeconds)) >= 0 && !inCheckout) {
      return Optional.empty();
    }
    HoldEvidence.Builder evidence =
        HoldEvidence.newBuilder()
            .setTouchId(touchId)
            .setMicrosBefore(before.toNanos() / 1_000)
            .setMinSeconds(minSeconds);
    if (inCheckout) {
      evidence.setCheckoutStartTime(order.getCheckoutStartTime());
    }
    return Optional.of(new Finding(HoldRule.HOLD_RULE_IMPOSSIBLE_TIME, evidence.build()));
  }
}
