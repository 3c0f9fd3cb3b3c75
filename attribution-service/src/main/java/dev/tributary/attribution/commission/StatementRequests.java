package dev.tributary.attribution.commission;

import dev.tributary.attribution.request.Paging;
import dev.tributary.attribution.request.Requests;
import dev.tributary.attribution.request.SingleLine;
import dev.tributary.attribution.request.TimeRange;
import dev.tributary.attribution.request.TimeRangeProtos;
import dev.tributary.attribution.storefront.StorefrontProtos;
import dev.tributary.attribution.v1.CommissionState;
import dev.tributary.attribution.v1.GetStatementRequest;
import dev.tributary.attribution.v1.ListStatementsRequest;
import dev.tributary.attribution.v1.LockPeriodRequest;
import dev.tributary.attribution.v1.MarkPaidRequest;
import dev.tributary.runtime.api.ApiException;
import dev.tributary.runtime.api.Fields;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** Requests about statements, parsed; what is wrong fails the call. */
final class StatementRequests {
  private static final Pattern MONTH = Pattern.compile("(19[7-9]\\d|[2-9]\\d{3})-(0[1-9]|1[0-2])");
  private static final int STATEMENTS_MAX = 1_000;
  private static final int REFERENCE_CHARACTERS_MAX = 200;

  private StatementRequests() {}

  /** The storefront whose zone cuts the month. */
  static String storefrontId(LockPeriodRequest request) {
    return Requests.field(() -> StorefrontProtos.storefrontId(request.getStorefrontId()));
  }

  /** The period of a lock. */
  static TimeRange period(LockPeriodRequest request, Supplier<ZoneId> zone) {
    if (request.hasTimeRange() == !request.getMonth().isEmpty()) {
      throw ApiException.fieldInvalid(
          "month", "both or neither of month and time_range (expected: one of them)");
    }
    if (request.hasTimeRange()) {
      return Requests.field(() -> TimeRangeProtos.parse("time_range", true, request.getTimeRange()))
          .orElseThrow();
    }
    if (!MONTH.matcher(request.getMonth()).matches()) {
      throw ApiException.fieldInvalid(
          "month", request.getMonth().length() + " characters (expected: YYYY-MM)");
    }
    YearMonth month = YearMonth.parse(request.getMonth());
    ZoneId where = zone.get();
    return new TimeRange(startOf(month, where), startOf(month.plusMonths(1), where));
  }

  /** Which statements are asked for. */
  static StatementFilter filter(ListStatementsRequest request) {
    return new StatementFilter(
        optionalId("lock_id", request.getLockId()),
        Requests.field(
            () -> TimeRangeProtos.parse("period", request.hasPeriod(), request.getPeriod())),
        optionalId("creator_id", request.getCreatorId()),
        optionalId("collaboration_id", request.getCollaborationId()),
        paid(request.getState()));
  }

  /** The number of the statement that is asked for. */
  static long statementNumber(GetStatementRequest request) {
    return Requests.field(
        () -> Fields.inRange("statement_number", request.getStatementNumber(), 1, Long.MAX_VALUE));
  }

  /** The statements that are paid. */
  static List<Long> numbers(MarkPaidRequest request) {
    List<Long> numbers = request.getStatementNumbersList();
    boolean isWrong =
        numbers.isEmpty()
            || numbers.size() > STATEMENTS_MAX
            || numbers.stream().distinct().count() != numbers.size();
    if (isWrong) {
      throw ApiException.fieldInvalid(
          "statement_numbers",
          "%d numbers, %d different ones (expected: 1-%d, each once)"
              .formatted(numbers.size(), numbers.stream().distinct().count(), STATEMENTS_MAX));
    }
    return numbers;
  }

  /** The payment. */
  static Payout payout(MarkPaidRequest request) {
    return Requests.field(
        () ->
            new Payout(
                Fields.id("payment_id", request.getPaymentId()),
                SingleLine.requiredText(
                    "reference", request.getReference(), REFERENCE_CHARACTERS_MAX),
                Fields.date("date", request.getDate())));
  }

  /** The number after which a page begins. */
  static long after(Paging paging) {
    return paging.after().map(key -> number(key.get(0))).orElse(0L);
  }

  /** A number of a page token. */
  static long number(String text) {
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException notOurs) {
      throw ApiException.pageTokenMismatch();
    }
  }

  private static String optionalId(String field, String value) {
    return Requests.field(() -> Fields.optionalId(field, value)).orElse("");
  }

  private static Optional<Boolean> paid(CommissionState state) {
    return switch (state) {
      case COMMISSION_STATE_UNSPECIFIED -> Optional.empty();
      case COMMISSION_STATE_LOCKED -> Optional.of(false);
      case COMMISSION_STATE_PAID -> Optional.of(true);
      default ->
          throw ApiException.fieldInvalid(
              "state", state + " (expected: LOCKED or PAID, or absent)");
    };
  }

  private static Instant startOf(YearMonth month, ZoneId zone) {
    return month.atDay(1).atStartOfDay(zone).toInstant();
  }
}
