package dev.tributary.local.holds;

import dev.tributary.attribution.v1.HoldFilter;
import dev.tributary.attribution.v1.HoldRule;
import dev.tributary.attribution.v1.HoldState;
import dev.tributary.local.client.Peers;
import dev.tributary.local.codes.KnownCode;
import dev.tributary.local.command.Moments;
import dev.tributary.runtime.api.ProtoTimes;
import dev.tributary.type.v1.TimeRange;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which holds are meant. What is not given does not restrict. */
final class WhichHolds {
  @Option(
      names = "--rule",
      paramLabel = "NAME",
      description =
          "Only of this rule: self_referral, impossible_time, code_leak, code_rotation, manual.")
  private @Nullable String rule;

  @Option(
      names = "--creator",
      paramLabel = "ID",
      description = "Only of orders that this creator was credited for.")
  private String creator = "";

  @Option(
      names = "--campaign",
      paramLabel = "ID",
      description = "Only of orders that this campaign was credited for.")
  private String campaign = "";

  @Option(
      names = "--code",
      paramLabel = "CODE",
      description = "Only of orders that this code, as typed, was credited for.")
  private @Nullable String code;

  @Option(
      names = "--from",
      paramLabel = "TIME",
      description = "Only of orders from then on, such as 2026-11-01.")
  private @Nullable String from;

  @Option(names = "--to", paramLabel = "TIME", description = "Only of orders before then.")
  private @Nullable String to;

  /**
   * The filter as the API takes it.
   *
   * @param storefront where the code is at home, and the orders
   */
  HoldFilter filter(Peers peers, String storefront, HoldState state) {
    HoldFilter.Builder filter =
        HoldFilter.newBuilder()
            .setState(state)
            .setCreatorId(creator)
            .setCampaignId(campaign)
            .setStorefrontId(storefront);
    String name = rule;
    if (name != null) {
      filter.setRule(rule(name));
    }
    String typed = code;
    if (typed != null) {
      filter.setCodeId(KnownCode.find(peers, storefront, typed).getCodeId());
    }
    String start = from;
    String end = to;
    if (start != null || end != null) {
      filter.setTimeRange(range(start, end));
    }
    return filter.build();
  }

  /** Whether anything restricts. */
  boolean isGiven() {
    return rule != null
        || code != null
        || from != null
        || to != null
        || !creator.isEmpty()
        || !campaign.isEmpty();
  }

  /**
   * A rule by its name.
   *
   * @throws IllegalArgumentException if there is none
   */
  static HoldRule rule(String name) {
    try {
      return HoldRule.valueOf("HOLD_RULE_" + name.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException unknown) {
      throw new IllegalArgumentException(
          "--rule: '%s' (expected: self_referral, impossible_time, code_leak, code_rotation, manual)"
              .formatted(name),
          unknown);
    }
  }

  /**
   * A range of time.
   *
   * @throws IllegalArgumentException if one end is missing
   */
  static TimeRange range(@Nullable String from, @Nullable String to) {
    if (from == null || to == null) {
      throw new IllegalArgumentException("--from, --to (expected: both)");
    }
    return TimeRange.newBuilder()
        .setStartTime(ProtoTimes.toProto(Moments.parse("--from", from)))
        .setEndTime(ProtoTimes.toProto(Moments.parse("--to", to)))
        .build();
  }
}
