package dev.tributary.local.ledgermodel;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.FieldMask;
import com.google.protobuf.Message;
import com.google.protobuf.TextFormat;
import dev.tributary.attribution.v1.Amendment;
import dev.tributary.attribution.v1.AmendmentResult;
import dev.tributary.attribution.v1.CommissionServiceGrpc;
import dev.tributary.attribution.v1.CommissionStatement;
import dev.tributary.attribution.v1.CommissionTerms;
import dev.tributary.attribution.v1.Conversion;
import dev.tributary.attribution.v1.ConversionResult;
import dev.tributary.attribution.v1.ConversionServiceGrpc;
import dev.tributary.attribution.v1.CreateLinksRequest;
import dev.tributary.attribution.v1.CreatePromoCodesRequest;
import dev.tributary.attribution.v1.EraseSubjectRequest;
import dev.tributary.attribution.v1.ErasureReceipt;
import dev.tributary.attribution.v1.IdentityLink;
import dev.tributary.attribution.v1.Link;
import dev.tributary.attribution.v1.LinkIdentitiesRequest;
import dev.tributary.attribution.v1.LinkServiceGrpc;
import dev.tributary.attribution.v1.LockPeriodRequest;
import dev.tributary.attribution.v1.Owner;
import dev.tributary.attribution.v1.PostingProof;
import dev.tributary.attribution.v1.PrivacyServiceGrpc;
import dev.tributary.attribution.v1.PromoCode;
import dev.tributary.attribution.v1.PromoCodeServiceGrpc;
import dev.tributary.attribution.v1.PutStorefrontsRequest;
import dev.tributary.attribution.v1.PutTermsRequest;
import dev.tributary.attribution.v1.RecordAmendmentsRequest;
import dev.tributary.attribution.v1.RecordConversionsRequest;
import dev.tributary.attribution.v1.RecordRefundsRequest;
import dev.tributary.attribution.v1.RecordTouchesRequest;
import dev.tributary.attribution.v1.Refund;
import dev.tributary.attribution.v1.RefundResult;
import dev.tributary.attribution.v1.Storefront;
import dev.tributary.attribution.v1.Touch;
import dev.tributary.attribution.v1.TouchServiceGrpc;
import dev.tributary.attribution.v1.UpdatePromoCodeRequest;
import dev.tributary.type.v1.Verdict;
import dev.tributary.type.v1.VerdictStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Tells the services and the model the same things, and compares what is answered. */
final class Teller {
  /** A time, as messages are printed. */
  private static final Pattern SECONDS =
      Pattern.compile("\\{ seconds: (\\d+)(?: nanos: (\\d+))? \\}");

  private final Services services;
  private final History history = new History();

  /** What was told, to be read by people. */
  private final List<String> told = new ArrayList<>();

  Teller(Services services) {
    this.services = services;
  }

  History history() {
    return history;
  }

  List<String> told() {
    return told;
  }

  Instant now() {
    return services.clock().instant();
  }

  void has(Storefront storefront) {
    say("storefront", storefront);
    requireRecorded(
        conversions()
            .putStorefronts(PutStorefrontsRequest.newBuilder().addStorefronts(storefront).build())
            .getResults(0));
    history.put(storefront);
  }

  void has(Link link) {
    say("link", link);
    requireRecorded(
        LinkServiceGrpc.newBlockingStub(services.channel())
            .createLinks(CreateLinksRequest.newBuilder().addLinks(link).build())
            .getResults(0)
            .getVerdict());
    history.add(new Fact.Linked(link, now()));
  }

  void has(PromoCode code) {
    say("code", code);
    requireRecorded(
        PromoCodeServiceGrpc.newBlockingStub(services.channel())
            .createPromoCodes(CreatePromoCodesRequest.newBuilder().addPromoCodes(code).build())
            .getResults(0));
    history.add(
        new Fact.Coded(
            code.getCodeId(),
            code.getCode(),
            code.getStorefrontId(),
            List.of(new Fact.Owned(ownerOf(code), Instant.MIN)),
            code.hasStartTime() ? Optional.of(Moments.of(code.getStartTime())) : Optional.empty(),
            code.hasEndTime() ? Optional.of(Moments.of(code.getEndTime())) : Optional.empty(),
            Optional.empty(),
            code.getCreditPolicy(),
            code.getSplitBasisPoints(),
            now()));
  }

  /** Changes one field of a code, which is known to be another one than before. */
  void changes(Fact.Coded before, PromoCode to, String path) {
    say("change of " + path, to);
    var unused =
        PromoCodeServiceGrpc.newBlockingStub(services.channel())
            .updatePromoCode(
                UpdatePromoCodeRequest.newBuilder()
                    .setPromoCode(to)
                    .setUpdateMask(FieldMask.newBuilder().addPaths(path))
                    .build());
    List<Fact.Owned> owners = new ArrayList<>(before.owners());
    if (path.equals("owner")) {
      owners.add(new Fact.Owned(ownerOf(to), now()));
    }
    boolean isPolicy = path.equals("credit_policy");
    history.add(
        new Fact.Coded(
            before.codeId(),
            before.code(),
            before.storefrontId(),
            owners,
            before.start(),
            path.equals("end_time") ? Optional.of(Moments.of(to.getEndTime())) : before.end(),
            path.equals("disabled")
                ? Optional.of(now()).filter(any -> to.getDisabled())
                : before.offSince(),
            isPolicy ? to.getCreditPolicy() : before.policy(),
            isPolicy ? to.getSplitBasisPoints() : before.splitBasisPoints(),
            now()));
  }

  void tell(Touch touch, String differingField) {
    say("touch", touch);
    String expected = history.take(touch, differingField, now());
    Verdict verdict =
        TouchServiceGrpc.newBlockingStub(services.channel())
            .recordTouches(RecordTouchesRequest.newBuilder().addTouches(touch).build())
            .getResults(0);
    assertThat(answer(verdict)).isEqualTo(expected);
  }

  void tell(IdentityLink link, String differingField) {
    say("identity", link);
    String expected = history.take(link, differingField, now());
    Verdict verdict =
        TouchServiceGrpc.newBlockingStub(services.channel())
            .linkIdentities(LinkIdentitiesRequest.newBuilder().addIdentityLinks(link).build())
            .getResults(0);
    assertThat(answer(verdict)).isEqualTo(expected);
  }

  void has(CommissionTerms terms) {
    say("terms", terms);
    var unused =
        CommissionServiceGrpc.newBlockingStub(services.channel())
            .putTerms(PutTermsRequest.newBuilder().setTerms(terms).build());
  }

  /** Closes everything up to now, and compares the statements and what they pay. */
  void lock(LockPeriodRequest request) {
    say("lock", request);
    history.lock(now());
    Map<String, Statements.Statement> written = new TreeMap<>();
    for (CommissionStatement each :
        CommissionServiceGrpc.newBlockingStub(services.channel())
            .lockPeriod(request)
            .getStatementsList()) {
      Statements.Statement statement =
          new Statements.Statement(
              each.getGrossMinor(),
              each.getRefundsMinor(),
              each.getCommissionMinor(),
              each.getAdjustmentsMinor(),
              each.getCarryInMinor());
      assertThat(List.of(each.getCarryOutMinor(), each.getPayableMinor()))
          .as("carried over and payable of %s", each)
          .isEqualTo(List.of(statement.carryOut(), statement.payable()));
      if (!statement.saysNothing()) {
        written.put(each.getOwner().getCollaborationId() + " " + each.getCurrencyCode(), statement);
      }
    }
    assertThat(written).as("statements").isEqualTo(Statements.ofLastLock(history));
  }

  /** Forgets a visitor or a customer. */
  void erase(Erasure erasure, EraseSubjectRequest request) {
    say("erasure", request);
    ErasureReceipt receipt =
        PrivacyServiceGrpc.newBlockingStub(services.channel()).eraseSubject(request).getReceipt();
    assertThat(List.of(receipt.getOrders(), receipt.getVisitorsErased(), receipt.getVisitorsKept()))
        .as("orders, visitors erased, visitors kept")
        .isEqualTo(
            List.of(
                (long) history.take(erasure, now()).size(),
                erasure.customers().isEmpty() ? 0 : erasure.visitors().size(),
                erasure.kept().size()));
    for (PostingProof proof : receipt.getProofsList()) {
      assertThat(proof.getSumAfter()).isEqualTo(proof.getSumBefore());
      assertThat(proof.getCreditedAfter()).isEqualTo(proof.getCreditedBefore());
      assertThat(proof.getPostingsAfter()).isEqualTo(proof.getPostingsBefore());
    }
  }

  /** Orders of one call. */
  void tell(List<Conversion> orders, String differingField) {
    List<String> expected = new ArrayList<>();
    for (Conversion order : orders) {
      say("order", order);
      expected.add(history.take(order, differingField, now()));
    }
    List<ConversionResult> results =
        conversions()
            .recordConversions(
                RecordConversionsRequest.newBuilder().addAllConversions(orders).build())
            .getResultsList();
    assertThat(results.stream().map(result -> answer(result.getVerdict())).toList())
        .isEqualTo(expected);
    for (int i = 0; i < orders.size(); i++) {
      if (results.get(i).hasAttribution()) {
        assertThat(results.get(i).getAttribution().getRevision())
            .as("revision answered to %s", History.keyOf(orders.get(i)))
            .isEqualTo(history.books(History.keyOf(orders.get(i))).revision);
      }
    }
  }

  void tell(Refund refund, String differingField) {
    say("refund", refund);
    String expected = history.take(refund, differingField, now());
    RefundResult result =
        conversions()
            .recordRefunds(RecordRefundsRequest.newBuilder().addRefunds(refund).build())
            .getResults(0);
    assertThat(answer(result.getVerdict())).isEqualTo(expected);
    if (!result.getVerdict().hasRejection()) {
      OrderKey key = new OrderKey(refund.getStorefrontId(), refund.getType(), refund.getOrderId());
      Books books = history.books(key);
      boolean held = books.ordered.isEmpty() || books.claims.isEmpty();
      Optional<Balance> balance = held ? Optional.empty() : Optional.of(books.balance());
      String id = refund.getRefundId();
      assertThat(
              List.of(result.getState().name(), result.getAppliedMinor(), result.getExcessMinor()))
          .as("answer to refund %s", id)
          .isEqualTo(
              List.of(
                  balance
                      .map(known -> books.stateOf(refund, known).name())
                      .orElse("REFUND_STATE_HELD"),
                  balance.map(known -> known.applied.getOrDefault(id, 0L)).orElse(0L),
                  balance.map(known -> known.excess.getOrDefault(id, 0L)).orElse(0L)));
    }
  }

  void tell(Amendment amendment, String differingField) {
    say("amendment", amendment);
    String expected = history.take(amendment, differingField, now());
    AmendmentResult result =
        conversions()
            .recordAmendments(RecordAmendmentsRequest.newBuilder().addAmendments(amendment).build())
            .getResults(0);
    assertThat(answer(result.getVerdict())).isEqualTo(expected);
    if (!result.getVerdict().hasRejection()) {
      OrderKey key =
          new OrderKey(amendment.getStorefrontId(), amendment.getType(), amendment.getOrderId());
      assertThat(result.getHeld())
          .as("amendment %s is held", amendment.getAmendmentId())
          .isEqualTo(!history.books(key).amendments.contains(amendment));
    }
  }

  private ConversionServiceGrpc.ConversionServiceBlockingStub conversions() {
    return ConversionServiceGrpc.newBlockingStub(services.channel());
  }

  private void say(String what, Message content) {
    String text = TextFormat.printer().emittingSingleLine(true).printToString(content);
    told.add(
        "%3d %s %s %s"
            .formatted(
                told.size() + 1,
                now(),
                what,
                SECONDS
                    .matcher(text)
                    .replaceAll(
                        time ->
                            Instant.ofEpochSecond(
                                    Long.parseLong(time.group(1)),
                                    time.group(2) == null ? 0 : Long.parseLong(time.group(2)))
                                .toString())));
  }

  private static Optional<Owner> ownerOf(PromoCode code) {
    return code.hasOwner() ? Optional.of(code.getOwner()) : Optional.empty();
  }

  private static void requireRecorded(Verdict verdict) {
    assertThat(verdict.hasRejection()).as(verdict.toString()).isFalse();
  }

  private static String answer(Verdict verdict) {
    if (verdict.getStatus() == VerdictStatus.VERDICT_STATUS_REJECTED) {
      return verdict.getRejection().getReason().name().substring("ERROR_REASON_".length())
          + " "
          + verdict.getRejection().getField();
    }
    return verdict.getStatus().name().substring("VERDICT_STATUS_".length());
  }
}
