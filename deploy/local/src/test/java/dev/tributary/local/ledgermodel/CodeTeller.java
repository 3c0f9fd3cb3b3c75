package dev.tributary.local.ledgermodel;

import com.google.protobuf.FieldMask;
import dev.tributary.attribution.v1.CreatePromoCodesRequest;
import dev.tributary.attribution.v1.Owner;
import dev.tributary.attribution.v1.PromoCode;
import dev.tributary.attribution.v1.PromoCodeServiceGrpc;
import dev.tributary.attribution.v1.UpdatePromoCodeRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Tells the services and the model the same of codes. */
final class CodeTeller {
  private final Talk talk;

  CodeTeller(Talk talk) {
    this.talk = talk;
  }

  void has(PromoCode code) {
    talk.say("code", code);
    Talk.requireRecorded(
        PromoCodeServiceGrpc.newBlockingStub(talk.channel())
            .createPromoCodes(CreatePromoCodesRequest.newBuilder().addPromoCodes(code).build())
            .getResults(0));
    talk.history()
        .add(
            new Fact.Coded(
                code.getCodeId(),
                code.getCode(),
                code.getStorefrontId(),
                List.of(new Fact.Owned(ownerOf(code), Instant.MIN)),
                code.hasStartTime()
                    ? Optional.of(Moments.of(code.getStartTime()))
                    : Optional.empty(),
                code.hasEndTime() ? Optional.of(Moments.of(code.getEndTime())) : Optional.empty(),
                Optional.empty(),
                code.getCreditPolicy(),
                code.getSplitBasisPoints(),
                talk.now()));
  }

  /** Changes one field of a code, which is known to be another one than before. */
  void changes(Fact.Coded before, PromoCode to, String path) {
    talk.say("change of " + path, to);
    var unused =
        PromoCodeServiceGrpc.newBlockingStub(talk.channel())
            .updatePromoCode(
                UpdatePromoCodeRequest.newBuilder()
                    .setPromoCode(to)
                    .setUpdateMask(FieldMask.newBuilder().addPaths(path))
                    .build());
    List<Fact.Owned> owners = new ArrayList<>(before.owners());
    if (path.equals("owner")) {
      owners.add(new Fact.Owned(ownerOf(to), talk.now()));
    }
    boolean isPolicy = path.equals("credit_policy");
    talk.history()
        .add(
            new Fact.Coded(
                before.codeId(),
                before.code(),
                before.storefrontId(),
                owners,
                before.start(),
                path.equals("end_time") ? Optional.of(Moments.of(to.getEndTime())) : before.end(),
                path.equals("disabled")
                    ? Optional.of(talk.now()).filter(any -> to.getDisabled())
                    : before.offSince(),
                isPolicy ? to.getCreditPolicy() : before.policy(),
                isPolicy ? to.getSplitBasisPoints() : before.splitBasisPoints(),
                talk.now()));
  }

  private static Optional<Owner> ownerOf(PromoCode code) {
    return code.hasOwner() ? Optional.of(code.getOwner()) : Optional.empty();
  }
}
