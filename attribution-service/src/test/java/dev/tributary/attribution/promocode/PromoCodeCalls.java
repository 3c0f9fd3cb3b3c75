package dev.tributary.attribution.promocode;

import static dev.tributary.attribution.Samples.time;

import com.google.protobuf.FieldMask;
import dev.tributary.attribution.TestAttribution;
import dev.tributary.attribution.v1.CheckPromoCodeRequest;
import dev.tributary.attribution.v1.CheckPromoCodeResponse;
import dev.tributary.attribution.v1.CreatePromoCodesRequest;
import dev.tributary.attribution.v1.CreatePromoCodesResponse;
import dev.tributary.attribution.v1.GetPromoCodeRequest;
import dev.tributary.attribution.v1.ListPromoCodesRequest;
import dev.tributary.attribution.v1.ListPromoCodesResponse;
import dev.tributary.attribution.v1.PromoCode;
import dev.tributary.attribution.v1.PromoCodeServiceGrpc;
import dev.tributary.attribution.v1.PromoCodeServiceGrpc.PromoCodeServiceBlockingStub;
import dev.tributary.attribution.v1.UpdatePromoCodeRequest;
import dev.tributary.runtime.testing.TestDatabases;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** Calls about promo codes through the whole service. */
@TestInstance(Lifecycle.PER_CLASS)
abstract class PromoCodeCalls {
  final TestAttribution service;

  PromoCodeCalls(TestDatabases kind) {
    service = TestAttribution.start(kind);
  }

  @AfterAll
  void close() {
    service.close();
  }

  /** Calls in a workspace of its own. */
  PromoCodeServiceBlockingStub stub() {
    return PromoCodeServiceGrpc.newBlockingStub(service.channel(TestAttribution.newWorkspace()));
  }

  static CreatePromoCodesResponse create(PromoCodeServiceBlockingStub stub, PromoCode... codes) {
    return stub.createPromoCodes(
        CreatePromoCodesRequest.newBuilder().addAllPromoCodes(List.of(codes)).build());
  }

  static PromoCode get(PromoCodeServiceBlockingStub stub, String codeId) {
    return stub.getPromoCode(GetPromoCodeRequest.newBuilder().setCodeId(codeId).build())
        .getPromoCode();
  }

  static ListPromoCodesResponse list(PromoCodeServiceBlockingStub stub) {
    return stub.listPromoCodes(ListPromoCodesRequest.getDefaultInstance());
  }

  static PromoCode update(PromoCodeServiceBlockingStub stub, PromoCode code, String... paths) {
    return stub.updatePromoCode(updateRequest(code, paths)).getPromoCode();
  }

  static UpdatePromoCodeRequest updateRequest(PromoCode code, String... paths) {
    return UpdatePromoCodeRequest.newBuilder()
        .setPromoCode(code)
        .setUpdateMask(FieldMask.newBuilder().addAllPaths(List.of(paths)))
        .build();
  }

  static CheckPromoCodeResponse check(PromoCodeServiceBlockingStub stub, String code, Instant at) {
    return stub.checkPromoCode(
        CheckPromoCodeRequest.newBuilder().setCode(code).setTime(time(at)).build());
  }
}
