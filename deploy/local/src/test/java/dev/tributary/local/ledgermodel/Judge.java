package dev.tributary.local.ledgermodel;

import dev.tributary.attribution.v1.CandidateDecision;
import dev.tributary.attribution.v1.CodeCreditPolicy;
import dev.tributary.attribution.v1.CreditSource;
import dev.tributary.attribution.v1.Owner;
import dev.tributary.attribution.v1.UnattributedReason;
import dev.tributary.local.ledgermodel.Codes.Typed;
import dev.tributary.local.ledgermodel.Decided.Fate;
import dev.tributary.local.ledgermodel.Decided.Share;
import dev.tributary.local.ledgermodel.Path.Seen;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Decides about one order, from its codes and the touches of its person. */
final class Judge {
  private static final BigInteger ALL = BigInteger.valueOf(10_000);

  private final List<Typed> codes;
  private final List<Seen> touches;
  private final boolean allChannels;

  /** The newest touch that may be credited, be it a creator's or, in ALL_CHANNELS, anybody's. */
  private final Optional<Seen> last;

  /** The codes that are credited, in the order entered. */
  private final List<Typed> winning = new ArrayList<>();

  private final List<Set<CandidateDecision>> codeFates = new ArrayList<>();

  /** Whether the last touch has a part, be it added to a code of the same creator. */
  private boolean touchCredited;

  private Judge(List<Typed> codes, List<Seen> touches, boolean allChannels) {
    this.codes = codes;
    this.touches = touches;
    this.allChannels = allChannels;
    this.last =
        touches.stream()
            .filter(Seen::counts)
            .filter(touch -> allChannels || touch.owner().isPresent())
            .findFirst();
  }

  static Decided decide(List<Typed> codes, List<Seen> touches, boolean allChannels) {
    return new Judge(codes, touches, allChannels).decided();
  }

  private Decided decided() {
    judgeCodes();
    List<Share> shares = winning.isEmpty() ? touchAlone() : codesAndTouch();
    List<Fate> fates = new ArrayList<>();
    for (int i = 0; i < codes.size(); i++) {
      fates.add(new Fate(codes.get(i).use().getCode(), codeFates.get(i)));
    }
    touches.forEach(
        touch ->
            fates.add(
                new Fate(Lines.name(touch.touch().getTouchId(), touch.belongsBy()), fate(touch))));
    return new Decided(
        shares,
        shares.equals(List.of(Share.NOBODY))
            ? reason()
            : UnattributedReason.UNATTRIBUTED_REASON_UNSPECIFIED,
        fates);
  }

  /** The last touch, if it is a creator's. */
  private Optional<Seen> winner() {
    return last.filter(touch -> touch.owner().isPresent());
  }

  private void judgeCodes() {
    List<Typed> entitled = new ArrayList<>();
    for (Typed code : codes) {
      CandidateDecision decision = code.isValid() ? byPolicy(code) : code.standing();
      codeFates.add(EnumSet.of(decision));
      if (decision == CandidateDecision.CANDIDATE_DECISION_CHOSEN) {
        entitled.add(code);
      }
    }
    boolean allTell = entitled.stream().allMatch(code -> code.use().getDiscountMinor() > 0);
    for (Typed code : entitled) {
      if (allTell || code.equals(entitled.get(0))) {
        winning.add(code);
      } else {
        codeFates.set(
            codes.indexOf(code), EnumSet.of(CandidateDecision.CANDIDATE_DECISION_CODE_NOT_FIRST));
      }
    }
  }

  private CandidateDecision byPolicy(Typed code) {
    Owner owner = code.owner().orElseThrow();
    return switch (code.policy()) {
      case CODE_CREDIT_POLICY_LINK_WINS ->
          winner().isPresent()
              ? CandidateDecision.CANDIDATE_DECISION_LINK_WINS
              : CandidateDecision.CANDIDATE_DECISION_CHOSEN;
      case CODE_CREDIT_POLICY_CODE_IF_INVOLVED ->
          touches.stream().filter(Seen::counts).anyMatch(touch -> isOf(touch, owner))
              ? CandidateDecision.CANDIDATE_DECISION_CHOSEN
              : CandidateDecision.CANDIDATE_DECISION_CODE_NOT_INVOLVED;
      case CODE_CREDIT_POLICY_CODE_IF_LAST ->
          last.filter(touch -> isOf(touch, owner)).isPresent()
              ? CandidateDecision.CANDIDATE_DECISION_CHOSEN
              : CandidateDecision.CANDIDATE_DECISION_CODE_NOT_LAST;
      default -> CandidateDecision.CANDIDATE_DECISION_CHOSEN;
    };
  }

  private static boolean isOf(Seen touch, Owner owner) {
    return touch.owner().map(Owner::getCreatorId).equals(Optional.of(owner.getCreatorId()));
  }

  private List<Share> touchAlone() {
    touchCredited = winner().isPresent();
    return List.of(winner().map(touch -> byLink(touch, BigInteger.ONE)).orElse(Share.NOBODY));
  }

  /** Codes share by their discounts; each with SPLIT leaves a part to another creator's touch. */
  private List<Share> codesAndTouch() {
    List<BigInteger> weights = new ArrayList<>();
    BigInteger ofTouch = BigInteger.ZERO;
    for (Typed code : winning) {
      BigInteger discount =
          winning.size() == 1 ? BigInteger.ONE : BigInteger.valueOf(code.use().getDiscountMinor());
      BigInteger part = partOf(code);
      weights.add(discount.multiply(part));
      ofTouch = ofTouch.add(discount.multiply(ALL.subtract(part)));
    }
    Optional<Seen> touch = winner();
    touchCredited = ofTouch.signum() > 0;
    if (touchCredited) {
      for (int i = 0; i < winning.size(); i++) {
        if (isOf(touch.orElseThrow(), winning.get(i).owner().orElseThrow())) {
          weights.set(i, weights.get(i).add(ofTouch));
          ofTouch = BigInteger.ZERO;
        }
      }
    }
    List<Share> shares = new ArrayList<>();
    for (int i = 0; i < winning.size(); i++) {
      shares.add(
          new Share(
              winning.get(i).owner(),
              CreditSource.CREDIT_SOURCE_CODE,
              winning.get(i).codeId(),
              "",
              "",
              weights.get(i)));
    }
    if (ofTouch.signum() > 0) {
      shares.add(byLink(touch.orElseThrow(), ofTouch));
    }
    return shares;
  }

  /** In basis points. */
  private BigInteger partOf(Typed code) {
    boolean shared =
        code.policy() == CodeCreditPolicy.CODE_CREDIT_POLICY_SPLIT
            && winner().isPresent()
            && !isOf(winner().get(), code.owner().orElseThrow());
    return shared ? BigInteger.valueOf(code.splitBasisPoints()) : ALL;
  }

  private static Share byLink(Seen touch, BigInteger weight) {
    return new Share(
        touch.owner(),
        CreditSource.CREDIT_SOURCE_LINK,
        "",
        touch.linkId(),
        touch.touch().getTouchId(),
        weight);
  }

  private Set<CandidateDecision> fate(Seen touch) {
    if (!touch.counts()) {
      return touch.against();
    }
    boolean isLast = last.filter(touch::equals).isPresent();
    if (touch.owner().isEmpty() && !allChannels) {
      return EnumSet.of(CandidateDecision.CANDIDATE_DECISION_NOT_A_CREATOR);
    }
    if (isLast && touchCredited) {
      return EnumSet.of(CandidateDecision.CANDIDATE_DECISION_CHOSEN);
    }
    if (!winning.isEmpty() && !touchCredited) {
      // Of its own creator's code it is part of the credit, of anybody else's it is beaten.
      return touch.owner().isEmpty()
          ? EnumSet.of(
              CandidateDecision.CANDIDATE_DECISION_CODE_WINS,
              CandidateDecision.CANDIDATE_DECISION_NOT_A_CREATOR)
          : EnumSet.of(CandidateDecision.CANDIDATE_DECISION_CODE_WINS);
    }
    return isLast
        ? EnumSet.of(CandidateDecision.CANDIDATE_DECISION_NOT_A_CREATOR)
        : EnumSet.of(CandidateDecision.CANDIDATE_DECISION_NOT_LAST);
  }

  /** An unknown code first, then one that was not valid, then one without right, then unowned. */
  private UnattributedReason reason() {
    boolean unowned = false;
    boolean invalid = false;
    boolean denied = false;
    for (Typed code : codes) {
      switch (code.standing()) {
        case CANDIDATE_DECISION_CODE_UNKNOWN -> {
          return UnattributedReason.UNATTRIBUTED_REASON_CODE_UNKNOWN;
        }
        case CANDIDATE_DECISION_CODE_UNOWNED -> unowned = true;
        case CANDIDATE_DECISION_CHOSEN -> denied = true;
        default -> invalid = true;
      }
    }
    if (invalid) {
      return UnattributedReason.UNATTRIBUTED_REASON_CODE_INVALID;
    }
    if (denied) {
      return UnattributedReason.UNATTRIBUTED_REASON_CODE_NOT_ENTITLED;
    }
    if (unowned) {
      return UnattributedReason.UNATTRIBUTED_REASON_CODE_UNOWNED;
    }
    if (last.isPresent()) {
      return UnattributedReason.UNATTRIBUTED_REASON_OTHER_CHANNEL;
    }
    return touches.isEmpty()
        ? UnattributedReason.UNATTRIBUTED_REASON_NO_TOUCH
        : UnattributedReason.UNATTRIBUTED_REASON_NO_ELIGIBLE_TOUCH;
  }
}
