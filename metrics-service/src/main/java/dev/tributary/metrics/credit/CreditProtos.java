package dev.tributary.metrics.credit;

import dev.tributary.attribution.v1.ConversionFact;
import dev.tributary.attribution.v1.PaymentState;
import dev.tributary.runtime.api.ProtoTimes;
import java.util.List;
import java.util.stream.IntStream;

/** Conversions as they stand in attribution's feed. */
public final class CreditProtos {
  private CreditProtos() {}

  /** A conversion with its credits. */
  public static Conversion conversion(ConversionFact fact) {
    List<dev.tributary.attribution.v1.Credit> credits = fact.getAttribution().getCreditsList();
    return new Conversion(
        new ConversionKey(
            fact.getStorefrontId(), fact.getTypeValue(), fact.getCustomType(), fact.getOrderId()),
        fact.getAttribution().getRevision(),
        ProtoTimes.toInstant(fact.getConversionTime()),
        fact.getCurrencyCode(),
        fact.getCancelled() || fact.getPaymentState() == PaymentState.PAYMENT_STATE_VOIDED,
        fact.getTest(),
        fact.getNewCustomerValue(),
        IntStream.range(0, credits.size()).mapToObj(i -> credit(i + 1, credits.get(i))).toList());
  }

  private static Credit credit(int creditNo, dev.tributary.attribution.v1.Credit credit) {
    return new Credit(
        creditNo,
        credit.getSourceValue(),
        credit.getOwner().getCollaborationId(),
        credit.getOwner().getCreatorId(),
        credit.getOwner().getCampaignId(),
        credit.getConversionMillionths(),
        credit.getGrossMinor(),
        credit.getRefundedMinor(),
        credit.getNetMinor());
  }
}
