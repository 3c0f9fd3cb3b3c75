package dev.tributary.local.payout;

import dev.tributary.attribution.v1.ListStorefrontsRequest;
import dev.tributary.attribution.v1.ListStorefrontsResponse;
import dev.tributary.attribution.v1.Storefront;
import dev.tributary.local.client.PagedLists;
import dev.tributary.local.client.Peers;
import dev.tributary.runtime.api.ProtoTimes;
import dev.tributary.type.v1.TimeRange;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.time.ZoneId;
import picocli.CommandLine.Option;

/** Which zone cuts months into periods. */
final class PeriodOptions {
  @Option(
      names = "--storefront",
      paramLabel = "ID",
      description = "The shop whose zone cuts the month (default: ${DEFAULT-VALUE}).")
  private String storefront = "main";

  String storefront() {
    return storefront;
  }

  /** The shop's zone; UTC when nobody told one. */
  ZoneId zone(Peers peers) {
    ListStorefrontsRequest.Builder request = ListStorefrontsRequest.newBuilder().setPageSize(1_000);
    return PagedLists.<ListStorefrontsResponse, Storefront>all(
            token -> peers.conversions().listStorefronts(request.setPageToken(token).build()),
            ListStorefrontsResponse::getStorefrontsList,
            ListStorefrontsResponse::getNextPageToken)
        .stream()
        .filter(shop -> shop.getStorefrontId().equals(storefront))
        .map(Storefront::getTimeZone)
        .filter(zone -> !zone.isEmpty())
        .findFirst()
        .map(ZoneId::of)
        .orElse(ZoneId.of("UTC"));
  }

  /**
   * A month as the time in it.
   *
   * @throws IllegalArgumentException if it is none
   */
  static TimeRange range(String month, ZoneId zone) {
    YearMonth wanted = month(month);
    return TimeRange.newBuilder()
        .setStartTime(ProtoTimes.toProto(wanted.atDay(1).atStartOfDay(zone).toInstant()))
        .setEndTime(
            ProtoTimes.toProto(wanted.plusMonths(1).atDay(1).atStartOfDay(zone).toInstant()))
        .build();
  }

  /**
   * A month as it is typed.
   *
   * @throws IllegalArgumentException if it is none
   */
  static YearMonth month(String text) {
    try {
      return YearMonth.parse(text);
    } catch (DateTimeException unreadable) {
      throw new IllegalArgumentException(
          "month: '%s' (expected: such as 2026-11)".formatted(text), unreadable);
    }
  }
}
