package dev.tributary.attribution.conversion;

import dev.tributary.attribution.request.Paging;
import dev.tributary.attribution.request.TimeRangeProtos;
import dev.tributary.attribution.v1.ListHeldRefundsRequest;
import dev.tributary.runtime.api.ApiException;
import dev.tributary.runtime.api.Fields;
import dev.tributary.runtime.api.ProtoTimes;
import dev.tributary.runtime.api.Rejected;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Lists of held refunds in the contract. */
final class HeldRefundProtos {
  private static final String PREFIX = "HELD_REASON_";

  /** Values that make up a place in the list. */
  private static final int KEY_PARTS = 5;

  private HeldRefundProtos() {}

  /** Which refunds a request wants. */
  static HeldFilter parse(ListHeldRefundsRequest request) throws Rejected {
    return new HeldFilter(
        Fields.optionalId("storefront_id", request.getStorefrontId()),
        TimeRangeProtos.parse("time_range", request.hasTimeRange(), request.getTimeRange()),
        reason(request.getReason()));
  }

  /** Which page a request wants. */
  static Paging paging(ListHeldRefundsRequest request) {
    return Paging.of(request, KEY_PARTS);
  }

  /** The last refund of the page before. */
  static Optional<RefundPlace> after(Paging paging) {
    return paging.after().map(HeldRefundProtos::place);
  }

  /** The place of a refund, for a page token. */
  static List<String> key(HeldRefund held) {
    Refund refund = held.received().content();
    return List.of(
        refund.time().toString(),
        refund.key().storefrontId(),
        refund.key().type().name(),
        refund.key().orderId(),
        refund.id());
  }

  /** The message of a held refund. */
  static dev.tributary.attribution.v1.HeldRefund toProto(HeldRefund held) {
    return dev.tributary.attribution.v1.HeldRefund.newBuilder()
        .setRefund(ConversionRecordProtos.toProto(held.history(), held.received().content()))
        .setReason(dev.tributary.attribution.v1.HeldReason.valueOf(PREFIX + held.reason().name()))
        .setReceiveTime(ProtoTimes.toProto(held.received().receiveTime()))
        .build();
  }

  private static RefundPlace place(List<String> key) {
    try {
      return new RefundPlace(
          Instant.parse(key.get(0)),
          new ConversionKey(key.get(1), ConversionType.valueOf(key.get(2)), key.get(3)),
          key.get(4));
    } catch (DateTimeException | IllegalArgumentException notOurs) {
      throw ApiException.pageTokenMismatch();
    }
  }

  private static Optional<HeldReason> reason(dev.tributary.attribution.v1.HeldReason proto)
      throws Rejected {
    if (proto == dev.tributary.attribution.v1.HeldReason.HELD_REASON_UNSPECIFIED) {
      return Optional.empty();
    }
    String name = Fields.known("reason", proto).name();
    return Optional.of(HeldReason.valueOf(name.substring(PREFIX.length())));
  }
}
