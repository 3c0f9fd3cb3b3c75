package dev.tributary.local.refund;

import com.google.protobuf.Timestamp;
import dev.tributary.attribution.v1.Components;
import dev.tributary.attribution.v1.ConversionRecord;
import dev.tributary.attribution.v1.ConversionType;
import dev.tributary.attribution.v1.GetConversionRequest;
import dev.tributary.attribution.v1.RecordRefundsRequest;
import dev.tributary.attribution.v1.Refund;
import dev.tributary.attribution.v1.RefundKind;
import dev.tributary.attribution.v1.RefundRecord;
import dev.tributary.attribution.v1.RefundResult;
import dev.tributary.local.client.ConnectOptions;
import dev.tributary.local.client.Peers;
import dev.tributary.local.client.RefusedException;
import dev.tributary.local.command.Moments;
import dev.tributary.local.output.Format;
import dev.tributary.runtime.api.ProtoTimes;
import dev.tributary.runtime.money.Currencies;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Tells that money went back on one order. */
@Command(
    name = "refund",
    description =
        "Tells that money went back on an order, and shows what that takes from whom. Told before"
            + " the order it is held and applied with it; more than is left is held as excess. Safe"
            + " to call again with the same --id.",
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "%nEnds with:%n",
    exitCodeList = {"0:it is recorded", "1:a fault", "2:it was refused, or wrong use"},
    footerHeading = "%nExamples:%n",
    footer = {
      "  tributary refund '#10234' --id return-1 --items 12.00",
      "  tributary refund '#10234' --id bank-7 --chargeback --time 2026-11-05",
      "  tributary refund '#10234' --id bank-7-won --reverse bank-7"
    })
public final class RefundCommand implements Callable<Integer> {
  @Mixin private ConnectOptions connect = new ConnectOptions();

  @ArgGroup(multiplicity = "1")
  private WhatBack what = new WhatBack();

  @Option(
      names = "--id",
      required = true,
      paramLabel = "REFUND_ID",
      description = "Id of the refund within the order, chosen by you.")
  private String refundId = "";

  @Option(
      names = "--time",
      paramLabel = "TIME",
      description = "When it went back, such as 2026-11-05T10:00:00Z (default: now).")
  private @Nullable String time;

  @Option(
      names = "--currency",
      paramLabel = "CODE",
      description = "Currency (default: the order's, if it has arrived).")
  private @Nullable String currency;

  @Option(
      names = "--storefront",
      paramLabel = "ID",
      description = "The shop (default: ${DEFAULT-VALUE}).")
  private String storefront = "main";

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "table; json, the order with its ledger; or csv (default: table).")
  private Format format = Format.TABLE;

  @Parameters(paramLabel = "ORDER", description = "The shop's id of the order.")
  private String orderId = "";

  @Override
  public Integer call() {
    try (Peers peers = connect.open()) {
      Refund refund = refund(order(peers));
      RefundResult result =
          peers
              .conversions()
              .recordRefunds(RecordRefundsRequest.newBuilder().addRefunds(refund).build())
              .getResults(0);
      RefusedException.check(result.getVerdict());
      new RefundTables(refund, result, order(peers)).print(format, System.out);
      return 0;
    }
  }

  private Optional<ConversionRecord> order(Peers peers) {
    try {
      return Optional.of(
          peers
              .conversions()
              .getConversion(
                  GetConversionRequest.newBuilder()
                      .setStorefrontId(storefront)
                      .setType(ConversionType.CONVERSION_TYPE_PURCHASE)
                      .setOrderId(orderId)
                      .build())
              .getConversion());
    } catch (StatusRuntimeException fault) {
      if (fault.getStatus().getCode() == Status.Code.NOT_FOUND) {
        return Optional.empty();
      }
      throw fault;
    }
  }

  private Refund refund(Optional<ConversionRecord> order) {
    String given = currency;
    String code =
        given != null
            ? given
            : order
                .map(record -> record.getConversion().getCurrencyCode())
                .orElseThrow(() -> notArrived("--currency"));
    Refund.Builder refund =
        Refund.newBuilder()
            .setStorefrontId(storefront)
            .setType(ConversionType.CONVERSION_TYPE_PURCHASE)
            .setOrderId(orderId)
            .setRefundId(refundId)
            .setRefundTime(when(order))
            .setCurrencyCode(code);
    fill(refund, order, code);
    return refund.build();
  }

  /** Told again without a time, a refund has the time that it was first told with. */
  private Timestamp when(Optional<ConversionRecord> order) {
    String given = time;
    if (given != null) {
      return ProtoTimes.toProto(Moments.parse("--time", given));
    }
    return order.stream()
        .flatMap(record -> record.getRefundsList().stream())
        .map(RefundRecord::getRefund)
        .filter(refund -> refund.getRefundId().equals(refundId))
        .map(Refund::getRefundTime)
        .findFirst()
        .orElseGet(() -> ProtoTimes.toProto(Clock.systemUTC().instant()));
  }

  private void fill(Refund.Builder refund, Optional<ConversionRecord> order, String code) {
    String items = what.items;
    String reversed = what.reverse;
    if (reversed != null) {
      refund.setKind(RefundKind.REFUND_KIND_CHARGEBACK_REVERSAL).setReversedRefundId(reversed);
    } else if (what.cancel) {
      refund.setKind(RefundKind.REFUND_KIND_CANCEL);
    } else if (items != null) {
      long minor = minor(code, items);
      refund
          .setKind(RefundKind.REFUND_KIND_REFUND)
          .setComponents(
              order
                  .map(record -> OrderRest.before(refundId, record).part(minor))
                  .orElse(Components.newBuilder().setItemsMinor(minor).build()));
    } else {
      refund
          .setKind(
              what.chargeback ? RefundKind.REFUND_KIND_CHARGEBACK : RefundKind.REFUND_KIND_REFUND)
          .setComponents(rest(order));
    }
  }

  private Components rest(Optional<ConversionRecord> order) {
    return OrderRest.before(refundId, order.orElseThrow(() -> notArrived("--items")))
        .all()
        .orElseThrow(
            () -> new IllegalArgumentException("order " + orderId + ": nothing is left of it"));
  }

  private static long minor(String code, String amount) {
    long minor = Currencies.parseMinor(code, amount);
    if (minor <= 0) {
      throw new IllegalArgumentException("--items: " + amount + " (expected: more than 0)");
    }
    return minor;
  }

  private IllegalArgumentException notArrived(String option) {
    return new IllegalArgumentException(
        "order %s of %s has not arrived (expected: %s, to hold the refund for it)"
            .formatted(orderId, storefront, option));
  }
}
