package dev.tributary.attribution.conversion;

import dev.tributary.attribution.credit.CreditProtos;
import dev.tributary.attribution.credit.RefundOutcome;
import dev.tributary.attribution.storefront.StorefrontProtos;
import dev.tributary.attribution.v1.ConversionNote;
import dev.tributary.attribution.v1.ConversionNoteKind;
import dev.tributary.attribution.v1.ConversionRecord;
import dev.tributary.attribution.v1.RefundRecord;
import dev.tributary.runtime.api.ProtoTimes;
import dev.tributary.type.v1.ErrorReason;

/** Recorded conversions in the contract. */
final class ConversionRecordProtos {
  private ConversionRecordProtos() {}

  /** A conversion with all that happened to it. */
  static ConversionRecord whole(OrderHistory history, RecordedConversion recorded) {
    ConversionRecord.Builder proto = inList(recorded).toBuilder();
    for (Received<Change> received : history.changes()) {
      if (received.content() instanceof Refund refund) {
        proto.addRefunds(toProto(history, refund));
      } else if (received.content() instanceof Amendment amendment
          && history.isApplied(amendment)) {
        proto.addAmendments(ChangeProtos.toProto(amendment));
      }
    }
    recorded.ledger().postings().stream().map(CreditProtos::toProto).forEach(proto::addPostings);
    return proto.build();
  }

  /** A conversion as lists show it: without postings, amendments and refunds. */
  static ConversionRecord inList(RecordedConversion recorded) {
    ConversionRecord.Builder proto =
        ConversionRecord.newBuilder()
            .setConversion(conversion(recorded))
            .setBaseMinor(recorded.standing().baseMinor())
            .setBase(CreditProtos.toProto(recorded.standing().base()))
            .setAttribution(AttributionProtos.toProto(recorded))
            .setReceiveTime(ProtoTimes.toProto(recorded.receiveTime()))
            .setHoldState(OrderHoldProtos.toProto(recorded.holdState()));
    recorded
        .conversion()
        .newCustomer()
        .map(NewCustomerProtos::decision)
        .ifPresent(proto::setNewCustomer);
    recorded.notes().stream().map(ConversionRecordProtos::toProto).forEach(proto::addNotes);
    return proto.build();
  }

  /** The message of a note. */
  static ConversionNote toProto(Note note) {
    ConversionNote.Builder proto =
        ConversionNote.newBuilder()
            .setKind(ConversionNoteKind.valueOf("CONVERSION_NOTE_KIND_" + note.kind().name()))
            .setMessage(note.message())
            .setCodeId(note.codeId());
    if (!note.reason().isEmpty()) {
      proto.setReason(ErrorReason.valueOf("ERROR_REASON_" + note.reason()));
    }
    return proto.build();
  }

  /** The message of a refund with what became of it. */
  static RefundRecord toProto(OrderHistory history, Refund refund) {
    RefundOutcome outcome = history.outcome(refund);
    return RefundRecord.newBuilder()
        .setRefund(ChangeProtos.toProto(refund))
        .setState(ChangeProtos.toProto(history.state(refund)))
        .setAppliedMinor(outcome.appliedMinor())
        .setExcessMinor(outcome.excessMinor())
        .build();
  }

  /** As recorded, with defaults filled in, without persons, and with the payment of now. */
  private static dev.tributary.attribution.v1.Conversion conversion(RecordedConversion recorded) {
    Conversion conversion = recorded.conversion();
    var proto =
        dev.tributary.attribution.v1.Conversion.newBuilder()
            .setStorefrontId(conversion.key().storefrontId())
            .setType(ConversionTypeProtos.toProto(conversion.key().type()))
            .setCustomType(conversion.key().type().customName())
            .setOrderId(conversion.key().orderId())
            .setConversionTime(ProtoTimes.toProto(conversion.time()))
            .setCurrencyCode(conversion.currency())
            .setClickId(conversion.clickId().orElse(""))
            .setPaymentState(PaymentProtos.toProto(recorded.payment().state()))
            .setPaymentStateTime(ProtoTimes.toProto(recorded.payment().time()))
            .setTest(conversion.test());
    if (conversion.hasAmount()) {
      proto
          .setComponents(ComponentsProtos.toProto(conversion.components()))
          .setTaxMode(StorefrontProtos.toProto(conversion.taxMode()));
    }
    conversion.codes().stream().map(CodeUseProtos::toProto).forEach(proto::addCodes);
    conversion.selfReported().map(SelfReportedProtos::toProto).ifPresent(proto::setSelfReported);
    conversion
        .subscription()
        .ifPresent(place -> proto.setSubscriptionId(place.id()).setSequence(place.sequence()));
    conversion
        .newCustomer()
        .filter(NewCustomer::isTold)
        .map(NewCustomerProtos::toProto)
        .ifPresent(proto::setNewCustomer);
    CheckoutProtos.addTo(proto, conversion.checkout());
    return proto.build();
  }
}
