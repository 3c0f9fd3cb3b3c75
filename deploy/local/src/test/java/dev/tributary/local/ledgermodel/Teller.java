package dev.tributary.local.ledgermodel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.attribution.v1.Amendment;
import dev.tributary.attribution.v1.AmendmentResult;
import dev.tributary.attribution.v1.Conversion;
import dev.tributary.attribution.v1.ConversionResult;
import dev.tributary.attribution.v1.ConversionServiceGrpc;
import dev.tributary.attribution.v1.CreateLinksRequest;
import dev.tributary.attribution.v1.EraseSubjectRequest;
import dev.tributary.attribution.v1.ErasureReceipt;
import dev.tributary.attribution.v1.IdentityLink;
import dev.tributary.attribution.v1.Link;
import dev.tributary.attribution.v1.LinkIdentitiesRequest;
import dev.tributary.attribution.v1.LinkServiceGrpc;
import dev.tributary.attribution.v1.PostingProof;
import dev.tributary.attribution.v1.PrivacyServiceGrpc;
import dev.tributary.attribution.v1.PutStorefrontsRequest;
import dev.tributary.attribution.v1.RecordAmendmentsRequest;
import dev.tributary.attribution.v1.RecordConversionsRequest;
import dev.tributary.attribution.v1.RecordRefundsRequest;
import dev.tributary.attribution.v1.RecordTouchesRequest;
import dev.tributary.attribution.v1.Refund;
import dev.tributary.attribution.v1.RefundResult;
import dev.tributary.attribution.v1.Storefront;
import dev.tributary.attribution.v1.Touch;
import dev.tributary.attribution.v1.TouchServiceGrpc;
import dev.tributary.type.v1.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Tells the services and the model the same things, and compares what is answered. */
final class Teller {
  private final Talk talk;

  Teller(Talk talk) {
    this.talk = talk;
  }

  void has(Storefront storefront) {
    talk.say("storefront", storefront);
    Talk.requireRecorded(
        conversions()
            .putStorefronts(PutStorefrontsRequest.newBuilder().addStorefronts(storefront).build())
            .getResults(0));
    talk.history().add(new Fact.Furnished(storefront, talk.now()));
  }

  void has(Link link) {
    talk.say("link", link);
    Talk.requireRecorded(
        LinkServiceGrpc.newBlockingStub(talk.channel())
            .createLinks(CreateLinksRequest.newBuilder().addLinks(link).build())
            .getResults(0)
            .getVerdict());
    talk.history().add(new Fact.Linked(link, talk.now()));
  }

  void tell(Touch touch, String differingField) {
    talk.say("touch", touch);
    String expected = talk.history().take(touch, differingField, talk.now());
    Verdict verdict =
        TouchServiceGrpc.newBlockingStub(talk.channel())
            .recordTouches(RecordTouchesRequest.newBuilder().addTouches(touch).build())
            .getResults(0);
    assertThat(Talk.answer(verdict)).isEqualTo(expected);
  }

  void tell(IdentityLink link, String differingField) {
    talk.say("identity", link);
    String expected = talk.history().take(link, differingField, talk.now());
    Verdict verdict =
        TouchServiceGrpc.newBlockingStub(talk.channel())
            .linkIdentities(LinkIdentitiesRequest.newBuilder().addIdentityLinks(link).build())
            .getResults(0);
    assertThat(Talk.answer(verdict)).isEqualTo(expected);
  }

  /** Forgets a visitor or a customer. */
  void erase(Erasure erasure, EraseSubjectRequest request) {
    talk.say("erasure", request);
    ErasureReceipt receipt =
        PrivacyServiceGrpc.newBlockingStub(talk.channel()).eraseSubject(request).getReceipt();
    assertThat(List.of(receipt.getOrders(), receipt.getVisitorsErased(), receipt.getVisitorsKept()))
        .as("orders, visitors erased, visitors kept")
        .isEqualTo(
            List.of(
                (long) talk.history().take(erasure, talk.now()).size(),
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
      talk.say("order", order);
      expected.add(talk.history().take(order, differingField, talk.now()));
    }
    List<ConversionResult> results =
        conversions()
            .recordConversions(
                RecordConversionsRequest.newBuilder().addAllConversions(orders).build())
            .getResultsList();
    assertThat(results.stream().map(result -> Talk.answer(result.getVerdict())).toList())
        .isEqualTo(expected);
    for (int i = 0; i < orders.size(); i++) {
      if (results.get(i).hasAttribution()) {
        assertThat(results.get(i).getAttribution().getRevision())
            .as("revision answered to %s", History.keyOf(orders.get(i)))
            .isEqualTo(talk.history().books(History.keyOf(orders.get(i))).revision);
      }
    }
  }

  void tell(Refund refund, String differingField) {
    talk.say("refund", refund);
    String expected = talk.history().take(refund, differingField, talk.now());
    RefundResult result =
        conversions()
            .recordRefunds(RecordRefundsRequest.newBuilder().addRefunds(refund).build())
            .getResults(0);
    assertThat(Talk.answer(result.getVerdict())).isEqualTo(expected);
    if (!result.getVerdict().hasRejection()) {
      OrderKey key = new OrderKey(refund.getStorefrontId(), refund.getType(), refund.getOrderId());
      Books books = talk.history().books(key);
      boolean held = books.ordered.isEmpty() || books.standing.claims.isEmpty();
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
    talk.say("amendment", amendment);
    String expected = talk.history().take(amendment, differingField, talk.now());
    AmendmentResult result =
        conversions()
            .recordAmendments(RecordAmendmentsRequest.newBuilder().addAmendments(amendment).build())
            .getResults(0);
    assertThat(Talk.answer(result.getVerdict())).isEqualTo(expected);
    if (!result.getVerdict().hasRejection()) {
      OrderKey key =
          new OrderKey(amendment.getStorefrontId(), amendment.getType(), amendment.getOrderId());
      assertThat(result.getHeld())
          .as("amendment %s is held", amendment.getAmendmentId())
          .isEqualTo(!talk.history().books(key).standing.amendments.contains(amendment));
    }
  }

  private ConversionServiceGrpc.ConversionServiceBlockingStub conversions() {
    return ConversionServiceGrpc.newBlockingStub(talk.channel());
  }
}
