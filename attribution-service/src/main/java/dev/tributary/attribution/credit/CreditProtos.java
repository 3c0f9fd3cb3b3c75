package dev.tributary.attribution.credit;

import dev.tributary.attribution.owner.OwnerProtos;
import dev.tributary.attribution.promocode.CodeCreditProtos;
import dev.tributary.attribution.touch.TouchProtos;
import dev.tributary.attribution.v1.AttributionPolicy;
import dev.tributary.attribution.v1.CreditPart;
import dev.tributary.attribution.v1.TouchBelonging;
import dev.tributary.runtime.api.ProtoTimes;
import java.time.Duration;
import java.util.Optional;

/** Decisions and postings in the contract. */
public final class CreditProtos {
  private CreditProtos() {}

  /** The message of a policy. */
  public static AttributionPolicy toProto(Policy policy) {
    return OwnRulesProtos.toProto(OwnRules.of(policy)).toBuilder()
        .setPolicyVersion(policy.policyVersion())
        .setBase(toProto(policy.base()))
        .setCodePolicy(
            switch (policy.codePolicy()) {
              case CODE_WINS -> dev.tributary.attribution.v1.CodePolicy.CODE_POLICY_CODE_WINS;
              case PER_CODE -> dev.tributary.attribution.v1.CodePolicy.CODE_POLICY_PER_CODE;
            })
        .setLookbackSeconds(policy.lookback().toSeconds())
        .setAllChannels(policy.touchScope() == TouchScope.ALL_CHANNELS)
        .build();
  }

  /** The message of a base. */
  public static dev.tributary.attribution.v1.RevenueBase toProto(RevenueBase base) {
    return switch (base) {
      case NET_SALES -> dev.tributary.attribution.v1.RevenueBase.REVENUE_BASE_NET_SALES;
    };
  }

  /** The message of a source. */
  public static dev.tributary.attribution.v1.CreditSource toProto(CreditSource source) {
    return switch (source) {
      case CODE -> dev.tributary.attribution.v1.CreditSource.CREDIT_SOURCE_CODE;
      case LINK -> dev.tributary.attribution.v1.CreditSource.CREDIT_SOURCE_LINK;
      case UNATTRIBUTED -> dev.tributary.attribution.v1.CreditSource.CREDIT_SOURCE_UNATTRIBUTED;
    };
  }

  /** The message of a reason. */
  public static dev.tributary.attribution.v1.UnattributedReason toProto(UnattributedReason reason) {
    return dev.tributary.attribution.v1.UnattributedReason.valueOf(
        "UNATTRIBUTED_REASON_" + reason.name());
  }

  /** The message of a credit. */
  public static dev.tributary.attribution.v1.Credit toProto(Credit credit) {
    CreditKey key = credit.key();
    var proto =
        dev.tributary.attribution.v1.Credit.newBuilder()
            .setSource(toProto(key.source()))
            .setCodeId(key.codeId())
            .setLinkId(key.linkId())
            .setTouchId(key.touchId())
            .setConversionMillionths(credit.conversionMillionths())
            .setGrossMinor(credit.grossMinor())
            .setRefundedMinor(credit.refundedMinor())
            .setNetMinor(credit.netMinor());
    key.owner().map(OwnerProtos::toProto).ifPresent(proto::setOwner);
    return proto.build();
  }

  /** The message of a first payment, without the end of its credit. */
  public static dev.tributary.attribution.v1.FirstPayment toProto(FirstPayment payment) {
    var proto =
        dev.tributary.attribution.v1.FirstPayment.newBuilder()
            .setOrderId(payment.orderId())
            .setConversionTime(ProtoTimes.toProto(payment.time()));
    payment.shares().stream().map(CreditProtos::part).forEach(proto::addParts);
    return proto.build();
  }

  private static CreditPart part(Share share) {
    CreditKey key = share.key();
    var proto =
        CreditPart.newBuilder()
            .setSource(toProto(key.source()))
            .setCodeId(key.codeId())
            .setLinkId(key.linkId())
            .setWeight(share.weight());
    key.owner().map(OwnerProtos::toProto).ifPresent(proto::setOwner);
    return proto.build();
  }

  /** The message of a posting. */
  public static dev.tributary.attribution.v1.Posting toProto(Posting posting) {
    var proto =
        dev.tributary.attribution.v1.Posting.newBuilder()
            .setPostingNo(posting.postingNo())
            .setRevision(posting.revision())
            .setKind(
                dev.tributary.attribution.v1.PostingKind.valueOf(
                    "POSTING_KIND_" + posting.kind().name()))
            .setCodeId(posting.key().codeId())
            .setLinkId(posting.key().linkId())
            .setAmountMinor(posting.amountMinor())
            .setConversionMillionths(posting.conversionMillionths())
            .setRefundId(posting.refundId())
            .setAmendmentId(posting.amendmentId())
            .setEffectiveTime(ProtoTimes.toProto(posting.effectiveTime()));
    posting.key().owner().map(OwnerProtos::toProto).ifPresent(proto::setOwner);
    return proto.build();
  }

  /** The message of a candidate. */
  public static dev.tributary.attribution.v1.Candidate toProto(Candidate candidate) {
    var proto =
        dev.tributary.attribution.v1.Candidate.newBuilder()
            .setKind(
                dev.tributary.attribution.v1.CandidateKind.valueOf(
                    "CANDIDATE_KIND_" + candidate.kind().name()))
            .setCode(candidate.code())
            .setCodeId(candidate.codeId())
            .setTouchId(candidate.touchId())
            .setLinkId(candidate.linkId())
            .setOrderId(candidate.orderId())
            .setEventTime(ProtoTimes.toProto(candidate.eventTime()))
            .setSecondsBefore(candidate.before().toSeconds())
            .setDecision(
                dev.tributary.attribution.v1.CandidateDecision.valueOf(
                    "CANDIDATE_DECISION_" + candidate.decision().name()))
            .setMessage(candidate.message());
    candidate.window().ifPresent(window -> proto.setWindowSeconds(window.toSeconds()));
    candidate
        .credit()
        .ifPresent(
            credit ->
                proto
                    .setCreditPolicy(CodeCreditProtos.toProto(credit.policy()))
                    .setSplitBasisPoints(credit.splitBasisPoints())
                    .setFutureDays(credit.futureDays()));
    candidate
        .person()
        .ifPresent(
            person ->
                proto
                    .setBelongsBy(
                        TouchBelonging.valueOf("TOUCH_BELONGING_" + person.belonging().name()))
                    .setConsent(TouchProtos.toProto(person.consent())));
    candidate.owner().map(OwnerProtos::toProto).ifPresent(proto::setOwner);
    return proto.build();
  }

  /** A code of a stored message; how long before the conversion it was in whole seconds. */
  public static Candidate stored(dev.tributary.attribution.v1.Candidate proto) {
    return new Candidate(
        Candidate.Kind.valueOf(proto.getKind().name().substring("CANDIDATE_KIND_".length())),
        proto.getCode(),
        proto.getCodeId(),
        proto.getTouchId(),
        proto.getLinkId(),
        proto.getOrderId(),
        proto.hasOwner() ? Optional.of(OwnerProtos.stored(proto.getOwner())) : Optional.empty(),
        ProtoTimes.toInstant(proto.getEventTime()),
        Duration.ofSeconds(proto.getSecondsBefore()),
        proto.getCodeId().isEmpty()
            ? Optional.empty()
            : Optional.of(
                CodeCreditProtos.stored(
                    proto.getCreditPolicy(), proto.getSplitBasisPoints(), proto.getFutureDays())),
        Optional.empty(),
        CandidateDecision.valueOf(
            proto.getDecision().name().substring("CANDIDATE_DECISION_".length())),
        proto.getMessage(),
        Optional.of(proto.getWindowSeconds())
            .filter(seconds -> seconds > 0)
            .map(Duration::ofSeconds));
  }
}
