package dev.tributary.attribution.credit;

import dev.tributary.attribution.identity.Belonging;
import dev.tributary.attribution.link.Link;
import dev.tributary.attribution.link.UtmParameters;
import dev.tributary.attribution.owner.Owner;
import dev.tributary.attribution.promocode.CodeCredit;
import dev.tributary.attribution.promocode.CodeEnforcement;
import dev.tributary.attribution.promocode.CodeSuccession;
import dev.tributary.attribution.promocode.CodeTerms;
import dev.tributary.attribution.promocode.OwnerInterval;
import dev.tributary.attribution.promocode.PromoCode;
import dev.tributary.attribution.touch.Touch;
import dev.tributary.attribution.touch.TouchConsent;
import dev.tributary.attribution.touch.TouchType;
import dev.tributary.attribution.touch.TouchValidity;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** An order to be decided on, for tests: what is not said is ordinary. */
final class AnOrder {
  static final Instant TIME = Instant.parse("2026-03-10T12:00:00Z");

  private final List<TypedCode> codes = new ArrayList<>();
  private final List<SeenTouch> touches = new ArrayList<>();
  private boolean test;
  private boolean touchesCut;

  static AnOrder placed() {
    return new AnOrder();
  }

  /** The owner of a creator's only collaboration. */
  static Owner of(String creator) {
    return new Owner("spring-" + creator, creator, "spring");
  }

  static Link link(String linkId, Optional<Owner> owner) {
    return new Link(linkId, owner, "https://shop.example/", UtmParameters.NONE, "", TIME);
  }

  /** Types a creator's valid code, named after the creator, without telling its discount. */
  AnOrder withCodeOf(String creator) {
    return withCode(
        creator.toUpperCase(java.util.Locale.ROOT), Optional.of(of(creator)), OptionalLong.empty());
  }

  /** Types a creator's valid code that gave a discount. */
  AnOrder withCodeOf(String creator, long discountMinor) {
    return withCode(
        creator.toUpperCase(java.util.Locale.ROOT),
        Optional.of(of(creator)),
        OptionalLong.of(discountMinor));
  }

  /** Types a creator's valid code that ranks in its own way. */
  AnOrder withCodeOf(String creator, CodeCredit credit, OptionalLong discountMinor) {
    String code = creator.toUpperCase(java.util.Locale.ROOT);
    Optional<Instant> none = Optional.empty();
    codes.add(
        new TypedCode(
            code,
            discountMinor,
            Optional.of(code(code, Optional.of(of(creator)), credit, none, none, none))));
    return this;
  }

  /** Types a valid code of the shop itself. */
  AnOrder withShopCode(String code) {
    return withCode(code, Optional.empty(), OptionalLong.empty());
  }

  /** Types a valid code of the shop itself that ranks in its own way. */
  AnOrder withShopCode(String code, CodeCredit credit) {
    Optional<Instant> none = Optional.empty();
    PromoCode found = code(code, Optional.empty(), credit, none, none, none);
    codes.add(new TypedCode(code, OptionalLong.empty(), Optional.of(found)));
    return this;
  }

  AnOrder withUnknownCode(String code) {
    codes.add(new TypedCode(code, OptionalLong.empty(), Optional.empty()));
    return this;
  }

  /** Types a creator's code that is valid in a range only, or switched off since a time. */
  AnOrder withCodeOf(
      String creator,
      Optional<Instant> start,
      Optional<Instant> end,
      Optional<Instant> disabledSince) {
    PromoCode code =
        code(creator, Optional.of(of(creator)), CodeCredit.DEFAULT, start, end, disabledSince);
    codes.add(new TypedCode(creator, OptionalLong.empty(), Optional.of(code)));
    return this;
  }

  private AnOrder withCode(String code, Optional<Owner> owner, OptionalLong discountMinor) {
    Optional<Instant> none = Optional.empty();
    PromoCode found = code(code, owner, CodeCredit.DEFAULT, none, none, none);
    codes.add(new TypedCode(code, discountMinor, Optional.of(found)));
    return this;
  }

  private static PromoCode code(
      String code,
      Optional<Owner> owner,
      CodeCredit credit,
      Optional<Instant> start,
      Optional<Instant> end,
      Optional<Instant> disabledSince) {
    return new PromoCode(
        "id-" + code,
        code,
        code,
        "main",
        List.of(new OwnerInterval(owner, Optional.empty())),
        start,
        end,
        disabledSince,
        CodeEnforcement.SHOP,
        credit,
        CodeTerms.NONE,
        CodeSuccession.NONE,
        1,
        TIME.minus(Duration.ofDays(365)));
  }

  /** The person followed a creator's link, named after the creator, some time before. */
  AnOrder touchedBy(String creator, Duration before) {
    return touched(
        "touch-" + creator,
        before,
        LinkMatch.byId(Optional.of(link("link-" + creator, Optional.of(of(creator))))));
  }

  /** The person came by another channel's link. */
  AnOrder touchedByChannel(String linkId, Duration before) {
    return touched(
        "touch-" + linkId, before, LinkMatch.byId(Optional.of(link(linkId, Optional.empty()))));
  }

  AnOrder touched(String touchId, Duration before, LinkMatch match) {
    return touched(touch(touchId, before, TouchValidity.PERSON, false, 1), match);
  }

  AnOrder touched(Touch touch, LinkMatch match) {
    touches.add(new SeenTouch(touch, match, Belonging.VISITOR));
    return this;
  }

  static Touch touch(
      String touchId, Duration before, TouchValidity validity, boolean test, long sequence) {
    return new Touch(
        touchId,
        TouchType.CLICK,
        TIME.minus(before),
        Optional.of("link-of-" + touchId),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        validity,
        test,
        TouchConsent.UNSPECIFIED,
        Optional.empty(),
        TIME,
        0,
        sequence);
  }

  AnOrder asTest() {
    test = true;
    return this;
  }

  AnOrder withMoreTouches() {
    touchesCut = true;
    return this;
  }

  /** Decides again with what is there now, about the codes as they were decided. */
  Decision decidedAgain(Decision before) {
    return Decision.again(
        before.candidates().stream()
            .filter(candidate -> candidate.kind() == Candidate.Kind.CODE)
            .toList(),
        codes.stream().map(TypedCode::discountMinor).toList(),
        new Evidence(TIME, "EUR", test, List.of(), touches, touchesCut),
        Policy.official(TouchScope.CREATOR_TOUCHES));
  }

  Decision decided() {
    return decided(TouchScope.CREATOR_TOUCHES);
  }

  Decision decided(TouchScope scope) {
    Evidence evidence = new Evidence(TIME, "EUR", test, codes, touches, touchesCut);
    return Decision.of(evidence, Policy.official(scope));
  }
}
