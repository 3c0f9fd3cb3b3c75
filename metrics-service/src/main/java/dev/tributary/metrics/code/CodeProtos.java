package dev.tributary.metrics.code;

import com.google.protobuf.Timestamp;
import dev.tributary.attribution.v1.Owner;
import dev.tributary.runtime.api.ProtoTimes;
import java.time.Instant;
import java.util.Optional;

/** Promo codes as they stand in attribution's feed. */
public final class CodeProtos {
  private CodeProtos() {}

  /** A code. */
  public static PromoCode code(dev.tributary.attribution.v1.PromoCode code) {
    Owner owner = code.getOwner();
    return new PromoCode(
        code.getCodeId(),
        code.getVersion(),
        owner.getCollaborationId(),
        owner.getCreatorId(),
        owner.getCampaignId(),
        time(code.hasStartTime(), code.getStartTime()),
        time(code.hasEndTime(), code.getEndTime()),
        code.getDisabled());
  }

  private static Optional<Instant> time(boolean isPresent, Timestamp time) {
    return isPresent ? Optional.of(ProtoTimes.toInstant(time)) : Optional.empty();
  }
}
