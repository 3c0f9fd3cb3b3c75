package dev.tributary.local.ledgermodel;

import com.google.protobuf.Descriptors.FieldDescriptor;
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

  /** A new code; letters that were used before are valid from now on. */
  void has(PromoCode code) {
    talk.say("code", code);
    boolean isAgain =
        !Codes.withLetters(code.getStorefrontId(), code.getCode(), talk.history().facts())
            .isEmpty();
    Talk.requireRecorded(
        codes()
            .createPromoCodes(CreatePromoCodesRequest.newBuilder().addPromoCodes(code).build())
            .getResults(0));
    talk.history()
        .add(
            new Fact.Coded(
                isAgain ? code.toBuilder().setStartTime(Moments.of(talk.now())).build() : code,
                List.of(new Fact.Owned(ownerOf(code), Instant.MIN)),
                Optional.empty(),
                talk.now()));
  }

  /** Changes one field of a code, which is known to be another one than before. */
  void changes(Fact.Coded before, PromoCode to, String path) {
    talk.say("change of " + path, to);
    var unused =
        codes()
            .updatePromoCode(
                UpdatePromoCodeRequest.newBuilder()
                    .setPromoCode(to)
                    .setUpdateMask(FieldMask.newBuilder().addPaths(path))
                    .build());
    PromoCode.Builder code = before.code().toBuilder();
    put(code, to, path);
    if (path.equals("credit_policy")) {
      put(code, to, "split_basis_points");
    }
    List<Fact.Owned> owners = new ArrayList<>(before.owners());
    if (path.equals("owner")) {
      owners.add(new Fact.Owned(ownerOf(to), talk.now()));
    }
    talk.history()
        .add(
            new Fact.Coded(
                code.build(),
                owners,
                path.equals("disabled")
                    ? Optional.of(talk.now()).filter(any -> to.getDisabled())
                    : before.offSince(),
                talk.now()));
  }

  private static void put(PromoCode.Builder code, PromoCode to, String path) {
    FieldDescriptor field = PromoCode.getDescriptor().findFieldByName(path);
    if (field.hasPresence() && !to.hasField(field)) {
      code.clearField(field);
    } else {
      code.setField(field, to.getField(field));
    }
  }

  private PromoCodeServiceGrpc.PromoCodeServiceBlockingStub codes() {
    return PromoCodeServiceGrpc.newBlockingStub(talk.channel());
  }

  private static Optional<Owner> ownerOf(PromoCode code) {
    return code.hasOwner() ? Optional.of(code.getOwner()) : Optional.empty();
  }
}
