package dev.tributary.attribution.health;

import dev.tributary.attribution.request.TimeRange;
import dev.tributary.attribution.request.TimeRangeProtos;
import dev.tributary.attribution.text.HostName;
import dev.tributary.attribution.v1.CodePeers;
import dev.tributary.attribution.v1.GetCodeHealthRequest;
import dev.tributary.runtime.api.Fields;
import dev.tributary.runtime.api.Rejected;
import dev.tributary.type.v1.ErrorReason;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Questions about codes, from the contract. */
final class QuestionProtos {
  private static final int CODES_MAX = 100;
  private static final int PEERS_MAX = 1_000;
  private static final int WINDOW_DAYS_MAX = 100;
  private static final int BASELINE_DAYS_MIN = 14;
  private static final int BASELINE_DAYS_MAX = 366;
  private static final int BASELINE_DAYS_DEFAULT = 56;
  private static final int NAME_CHARACTERS_MAX = 128;

  private QuestionProtos() {}

  /** What a request asks. */
  static Question parse(GetCodeHealthRequest request) throws Rejected {
    Optional<String> campaignId = Fields.optionalId("campaign_id", request.getCampaignId());
    int codes = request.getCodeIdsCount();
    if ((codes > 0) == campaignId.isPresent() || codes > CODES_MAX) {
      throw new Rejected(
          ErrorReason.ERROR_REASON_OUT_OF_RANGE,
          "code_ids",
          "%d codes%s (expected: 1-%d, or none and a campaign_id)"
              .formatted(codes, campaignId.isPresent() ? " and a campaign_id" : "", CODES_MAX));
    }
    return new Question(
        List.copyOf(new LinkedHashSet<>(ids("code_ids", request.getCodeIdsList()))),
        campaignId,
        window(request),
        baselineDays(request.getBaselineDays()),
        groups(request.getPeerGroupsList()),
        regions(request.getExpectedRegionsList()),
        CouponSites.BUILT_IN.and(hosts(request.getCouponHostsList())));
  }

  private static TimeRange window(GetCodeHealthRequest request) throws Rejected {
    Optional<TimeRange> window =
        TimeRangeProtos.parse("window", request.hasWindow(), request.getWindow());
    if (window.isEmpty()) {
      throw new Rejected(
          ErrorReason.ERROR_REASON_FIELD_MISSING, "window", "absent (it is required)");
    }
    Duration length = Duration.between(window.get().start(), window.get().end());
    if (length.compareTo(Duration.ofDays(WINDOW_DAYS_MAX)) > 0) {
      throw new Rejected(
          ErrorReason.ERROR_REASON_OUT_OF_RANGE,
          "window",
          length.toDays() + " days (expected: at most " + WINDOW_DAYS_MAX + ")");
    }
    return window.get();
  }

  private static int baselineDays(int given) throws Rejected {
    return given == 0
        ? BASELINE_DAYS_DEFAULT
        : (int) Fields.inRange("baseline_days", given, BASELINE_DAYS_MIN, BASELINE_DAYS_MAX);
  }

  private static Map<String, String> groups(List<CodePeers> groups) throws Rejected {
    Map<String, String> groupOf = new HashMap<>();
    Set<String> names = new HashSet<>();
    for (int i = 0; i < groups.size(); i++) {
      String at = "peer_groups[" + i + "]";
      String name = Fields.requiredText(at + ".name", groups.get(i).getName(), NAME_CHARACTERS_MAX);
      if (!names.add(name)) {
        throw repeated(at + ".name", "another group has it (expected: each name once)");
      }
      for (String codeId : ids(at + ".code_ids", groups.get(i).getCodeIdsList())) {
        if (groupOf.put(codeId, name) != null) {
          throw repeated(at + ".code_ids", "a code is in two groups (expected: each code once)");
        }
      }
    }
    if (groupOf.size() > PEERS_MAX) {
      throw new Rejected(
          ErrorReason.ERROR_REASON_OUT_OF_RANGE,
          "peer_groups",
          groupOf.size() + " codes (expected: at most " + PEERS_MAX + ")");
    }
    return groupOf;
  }

  private static List<String> ids(String field, List<String> values) throws Rejected {
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      ids.add(Fields.id(field + "[" + i + "]", values.get(i)));
    }
    return ids;
  }

  private static Set<String> regions(List<String> values) throws Rejected {
    Set<String> regions = new HashSet<>();
    for (int i = 0; i < values.size(); i++) {
      regions.add(
          Fields.requiredText("expected_regions[" + i + "]", values.get(i), NAME_CHARACTERS_MAX));
    }
    return regions;
  }

  private static List<String> hosts(List<String> values) throws Rejected {
    if (values.size() > PEERS_MAX) {
      throw new Rejected(
          ErrorReason.ERROR_REASON_OUT_OF_RANGE,
          "coupon_hosts",
          values.size() + " hosts (expected: at most " + PEERS_MAX + ")");
    }
    List<String> hosts = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      HostName.parse("coupon_hosts[" + i + "]", values.get(i)).ifPresent(hosts::add);
    }
    return hosts;
  }

  private static Rejected repeated(String field, String message) {
    return new Rejected(ErrorReason.ERROR_REASON_FIELD_MALFORMED, field, message);
  }
}
