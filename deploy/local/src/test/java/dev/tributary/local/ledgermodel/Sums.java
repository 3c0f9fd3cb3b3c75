package dev.tributary.local.ledgermodel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.attribution.v1.AnalysisServiceGrpc;
import dev.tributary.attribution.v1.CreditGrouping;
import dev.tributary.attribution.v1.CreditSource;
import dev.tributary.attribution.v1.CreditSummary;
import dev.tributary.attribution.v1.OrderTotals;
import dev.tributary.attribution.v1.Owner;
import dev.tributary.attribution.v1.PaymentState;
import dev.tributary.attribution.v1.SummarizeCreditsRequest;
import dev.tributary.attribution.v1.SummarizeCreditsResponse;
import dev.tributary.attribution.v1.TaxMode;
import dev.tributary.attribution.v1.TimeBasis;
import dev.tributary.type.v1.TimeRange;
import io.grpc.Channel;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Sums over all orders, added up one by one. */
final class Sums {
  private static final List<CreditGrouping> GROUPINGS =
      List.of(
          CreditGrouping.CREDIT_GROUPING_SOURCE,
          CreditGrouping.CREDIT_GROUPING_COLLABORATION,
          CreditGrouping.CREDIT_GROUPING_CREATOR,
          CreditGrouping.CREDIT_GROUPING_CAMPAIGN,
          CreditGrouping.CREDIT_GROUPING_CODE,
          CreditGrouping.CREDIT_GROUPING_LINK);

  private final Channel channel;
  private final Chance chance;
  private final List<Books> orders;

  Sums(Channel channel, History history, Chance chance) {
    this.channel = channel;
    this.chance = chance;
    this.orders =
        history.orders().stream()
            .filter(fact -> !fact.order().getTest())
            .map(fact -> history.books(fact.key()))
            .toList();
  }

  /** Every grouping, by both times, of all time and of some days. */
  void compare() {
    Instant start = Services.START.minus(Duration.ofDays(chance.below(10)));
    Instant end = start.plus(Duration.ofDays(1 + chance.below(10)));
    for (CreditGrouping grouping : GROUPINGS) {
      for (TimeBasis basis :
          List.of(TimeBasis.TIME_BASIS_CONVERSION_TIME, TimeBasis.TIME_BASIS_POSTING_TIME)) {
        compare(grouping, basis, Instant.MIN, Instant.MAX);
        compare(grouping, basis, start, end);
      }
    }
  }

  private void compare(CreditGrouping grouping, TimeBasis basis, Instant start, Instant end) {
    SummarizeCreditsRequest.Builder request =
        SummarizeCreditsRequest.newBuilder().setGroupBy(grouping).setTimeBasis(basis);
    if (!start.equals(Instant.MIN)) {
      request.setTimeRange(
          TimeRange.newBuilder().setStartTime(Moments.of(start)).setEndTime(Moments.of(end)));
    }
    SummarizeCreditsResponse response =
        AnalysisServiceGrpc.newBlockingStub(channel).summarizeCredits(request.build());
    Predicate<Instant> inside = time -> !time.isBefore(start) && time.isBefore(end);
    boolean byConversion = basis == TimeBasis.TIME_BASIS_CONVERSION_TIME;
    assertThat(told(response, grouping))
        .as("credits by %s, %s, %s to %s", grouping, basis, start, end)
        .isEqualTo(byConversion ? byConversion(grouping, inside) : byPosting(grouping, inside));
    if (byConversion) {
      assertThat(response.getOrdersList().stream().map(Sums::text).toList())
          .as("orders, %s to %s", start, end)
          .isEqualTo(totals(inside));
    }
  }

  private static Map<String, Row> told(SummarizeCreditsResponse response, CreditGrouping grouping) {
    Map<String, Row> rows = new TreeMap<>();
    for (CreditSummary sum : response.getCreditsList()) {
      assertThat(sum.getNetMinor()).isEqualTo(sum.getGrossMinor() - sum.getRefundedMinor());
      add(
          rows,
          sum.getCurrencyCode()
              + " "
              + group(grouping, sum.getSource(), sum.getOwner(), sum.getCodeId(), sum.getLinkId()),
          new Row(
              sum.getConversionsMillionths(),
              sum.getGrossMinor(),
              sum.getRefundedMinor(),
              sum.getPendingMinor(),
              sum.getHeldMinor()));
    }
    return withoutNothing(rows);
  }

  private static String group(
      CreditGrouping grouping, CreditSource source, Owner owner, String codeId, String linkId) {
    return switch (grouping) {
      case CREDIT_GROUPING_SOURCE ->
          source == CreditSource.CREDIT_SOURCE_UNSPECIFIED
              ? CreditSource.CREDIT_SOURCE_UNATTRIBUTED.name()
              : source.name();
      case CREDIT_GROUPING_COLLABORATION -> owner.getCollaborationId();
      case CREDIT_GROUPING_CREATOR -> owner.getCreatorId();
      case CREDIT_GROUPING_CAMPAIGN -> owner.getCampaignId();
      case CREDIT_GROUPING_CODE -> codeId;
      default -> linkId;
    };
  }

  private Map<String, Row> byConversion(CreditGrouping grouping, Predicate<Instant> inside) {
    Map<String, Row> rows = new TreeMap<>();
    for (Books books : orders) {
      if (inside.test(Moments.of(books.order().getConversionTime()))) {
        Balance balance = books.balance();
        boolean counts = !books.isVoided() && !balance.cancelled;
        for (int i = 0; i < balance.gross.size(); i++) {
          long gross = balance.gross.get(i);
          long net = balance.left.get(i);
          add(
              rows,
              group(grouping, books, books.decided.shares().get(i)),
              new Row(
                  counts ? balance.millionths.get(i) : 0,
                  gross,
                  gross - net,
                  isPending(books) ? net : 0,
                  books.isHeld() ? net : 0));
        }
      }
    }
    return withoutNothing(rows);
  }

  private Map<String, Row> byPosting(CreditGrouping grouping, Predicate<Instant> inside) {
    Map<String, Row> rows = new TreeMap<>();
    for (Books books : orders) {
      for (Posted posted : books.ledger.postings) {
        if (inside.test(posted.time())) {
          boolean earned = posted.cell().refundId().isEmpty();
          long amount = posted.amount().minor();
          add(
              rows,
              group(grouping, books, books.ledger.accounts.get(posted.cell().account())),
              new Row(
                  posted.amount().millionths(),
                  earned ? amount : 0,
                  earned ? 0 : -amount,
                  isPending(books) ? amount : 0,
                  books.isHeld() ? amount : 0));
        }
      }
    }
    return withoutNothing(rows);
  }

  private static String group(CreditGrouping grouping, Books books, Decided.Share share) {
    return books.order().getCurrencyCode()
        + " "
        + group(
            grouping,
            share.source(),
            share.owner().orElse(Owner.getDefaultInstance()),
            share.codeId(),
            share.linkId());
  }

  private static boolean isPending(Books books) {
    return books.payment == PaymentState.PAYMENT_STATE_PENDING;
  }

  private List<String> totals(Predicate<Instant> inside) {
    Map<String, OrderTotals.Builder> totals = new TreeMap<>();
    for (Books books : orders) {
      // A goal has no amount and is no order.
      if (!books.isVoided()
          && !books.order().getCurrencyCode().isEmpty()
          && inside.test(Moments.of(books.order().getConversionTime()))) {
        String currency = books.order().getCurrencyCode();
        OrderTotals.Builder sum =
            totals.computeIfAbsent(
                currency, code -> OrderTotals.newBuilder().setCurrencyCode(code));
        add(sum, books);
      }
    }
    return totals.values().stream().map(sum -> text(sum.build())).toList();
  }

  private static void add(OrderTotals.Builder sum, Books books) {
    Parts parts = books.standing.parts;
    long subtotal = parts.get("items") - parts.get("discount");
    boolean onTop = books.taxMode() != TaxMode.TAX_MODE_INCLUDED;
    Balance balance = books.balance();
    sum.setOrderCount(sum.getOrderCount() + 1)
        .setItemsMinor(sum.getItemsMinor() + parts.get("items"))
        .setDiscountMinor(sum.getDiscountMinor() + parts.get("discount"))
        .setSubtotalMinor(sum.getSubtotalMinor() + subtotal)
        .setTaxMinor(sum.getTaxMinor() + parts.get("tax"))
        .setShippingMinor(sum.getShippingMinor() + parts.get("shipping"))
        .setTipMinor(sum.getTipMinor() + parts.get("tip"))
        .setPaidMinor(
            sum.getPaidMinor()
                + subtotal
                + (onTop ? parts.get("tax") : 0)
                + parts.get("shipping")
                + parts.get("tip"))
        .setNetSalesMinor(sum.getNetSalesMinor() + books.baseMinor())
        .setRefundedMinor(sum.getRefundedMinor() + books.baseMinor() - balance.net());
  }

  private static String text(OrderTotals totals) {
    return totals.toString();
  }

  private static void add(Map<String, Row> rows, String group, Row row) {
    rows.merge(group, row, Row::plus);
  }

  private static Map<String, Row> withoutNothing(Map<String, Row> rows) {
    rows.values().removeIf(row -> row.equals(Row.NOTHING));
    return rows;
  }

  private record Row(long millionths, long gross, long refunded, long pending, long held) {
    static final Row NOTHING = new Row(0, 0, 0, 0, 0);

    Row plus(Row other) {
      return new Row(
          millionths + other.millionths,
          gross + other.gross,
          refunded + other.refunded,
          pending + other.pending,
          held + other.held);
    }
  }
}
