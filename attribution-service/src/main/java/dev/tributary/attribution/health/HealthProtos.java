package dev.tributary.attribution.health;

import dev.tributary.attribution.v1.CodeAction;
import dev.tributary.attribution.v1.CodeHealthStatus;
import dev.tributary.attribution.v1.CodeQuotient;
import dev.tributary.attribution.v1.CodeSignal;
import dev.tributary.attribution.v1.CodeSignalGap;
import dev.tributary.attribution.v1.CodeSignalKind;
import dev.tributary.attribution.v1.GetCodeHealthResponse;
import dev.tributary.attribution.v1.PeerBasis;
import java.util.List;

/** Health of codes in the contract. */
final class HealthProtos {
  private static final int METHOD_VERSION = 1;

  private static final String METHOD =
      "Change, not level: each share of uses inside the window is compared with the code's own"
          + " history, less the rise of its peers meanwhile; without history with the peers of now."
          + " A rise counts if it is beyond two standard errors (pooled two-proportion z test;"
          + " Fleiss, Levin and Paik, Statistical Methods for Rates and Proportions, 2003), in"
          + " proportion up to 40 percentage points, coupon sites 30. Velocity is the robust z of"
          + " uses per day (median and 1.4826 MAD; Iglewicz and Hoaglin, How to Detect and Handle"
          + " Outliers, 1993) with at least the spread of counts by chance, from 3 up to 10."
          + " Weights: no touch 20, coupon referrer 30, velocity 25, foreign region 15, returning"
          + " 10. 25 points are WATCH, 50 are SUSPECT. Weights and limits are judgements of ours.";

  private HealthProtos() {}

  /** The answer about codes. */
  static GetCodeHealthResponse toProto(List<CodeHealth> codes) {
    GetCodeHealthResponse.Builder proto =
        GetCodeHealthResponse.newBuilder()
            .setMethodVersion(METHOD_VERSION)
            .setMethod(METHOD)
            .setCouponListDate(CouponSites.builtInDate());
    codes.forEach(code -> proto.addCodes(toProto(code)));
    return proto.build();
  }

  private static dev.tributary.attribution.v1.CodeHealth toProto(CodeHealth health) {
    Advice advice = health.advice();
    var proto =
        dev.tributary.attribution.v1.CodeHealth.newBuilder()
            .setCodeId(health.codeId())
            .setUseCount(health.uses())
            .setBaselineUseCount(health.usesBefore())
            .setPeerBasis(
                switch (health.peers().basis()) {
                  case NONE -> PeerBasis.PEER_BASIS_UNSPECIFIED;
                  case GROUP -> PeerBasis.PEER_BASIS_GROUP;
                  case CAMPAIGN -> PeerBasis.PEER_BASIS_CAMPAIGN;
                })
            .setPeers(health.peers().name())
            .setStatus(CodeHealthStatus.valueOf("CODE_HEALTH_STATUS_" + health.status().name()))
            .setAction(CodeAction.valueOf("CODE_ACTION_" + advice.action().name()))
            .setReason(advice.reason());
    health.score().ifPresent(proto::setScore);
    health.signals().forEach(signal -> proto.addSignals(toProto(signal)));
    return proto.build();
  }

  private static CodeSignal toProto(Signal signal) {
    CodeSignal.Builder proto =
        CodeSignal.newBuilder()
            .setKind(CodeSignalKind.valueOf("CODE_SIGNAL_KIND_" + signal.kind().name()))
            .setWeight(signal.kind().weight())
            .setMessage(signal.message());
    if (signal.value().denominator() > 0) {
      proto.setValue(toProto(signal.value()));
    }
    signal.ownBaseline().map(HealthProtos::toProto).ifPresent(proto::setOwnBaseline);
    signal.peerValue().map(HealthProtos::toProto).ifPresent(proto::setPeerValue);
    signal.peerBaseline().map(HealthProtos::toProto).ifPresent(proto::setPeerBaseline);
    signal.contribution().ifPresent(proto::setContribution);
    signal
        .gap()
        .ifPresent(gap -> proto.setGap(CodeSignalGap.valueOf("CODE_SIGNAL_GAP_" + gap.name())));
    return proto.build();
  }

  private static CodeQuotient toProto(Quotient quotient) {
    return CodeQuotient.newBuilder()
        .setNumerator(quotient.numerator())
        .setDenominator(quotient.denominator())
        .build();
  }
}
