package dev.tributary.metrics.query;

import com.google.protobuf.ProtocolMessageEnum;
import dev.tributary.metrics.fact.ContentFormat;
import dev.tributary.metrics.fact.FactFilter;
import dev.tributary.metrics.fact.Platform;
import dev.tributary.metrics.fact.TimeRange;
import dev.tributary.metrics.v1.KpiFilter;
import dev.tributary.runtime.api.ApiException;
import dev.tributary.runtime.api.Fields;
import dev.tributary.runtime.api.Rejected;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** What a question is about, from its messages. */
final class FilterProtos {
  private static final int CAMPAIGNS_MAX = 100;
  private static final int IDS_MAX = 1_000;

  private FilterProtos() {}

  /** The filter within a workspace. */
  static FactFilter filter(String workspace, KpiFilter filter) throws Rejected {
    return new FactFilter(
        workspace,
        ids("filter.campaign_ids", filter.getCampaignIdsList(), CAMPAIGNS_MAX),
        ids("filter.creator_ids", filter.getCreatorIdsList(), IDS_MAX),
        ids("filter.collaboration_ids", filter.getCollaborationIdsList(), IDS_MAX),
        known("filter.platforms", filter.getPlatformsList(), FilterProtos::platform),
        known("filter.formats", filter.getFormatsList(), FilterProtos::format),
        ids("filter.post_ids", filter.getPostIdsList(), IDS_MAX));
  }

  /** The range, if the message has one. */
  static Optional<TimeRange> range(boolean isPresent, dev.tributary.type.v1.TimeRange range)
      throws Rejected {
    if (!isPresent) {
      return Optional.empty();
    }
    Instant start =
        Fields.time("time_range.start_time", range.hasStartTime(), range.getStartTime());
    Instant end = Fields.time("time_range.end_time", range.hasEndTime(), range.getEndTime());
    if (!start.isBefore(end)) {
      throw ApiException.fieldInvalid(
          "time_range.end_time", end + " (expected: after start_time " + start + ")");
    }
    return Optional.of(new TimeRange(start, end));
  }

  /** Values of an enumeration that are known and stand there at all. */
  static <P extends Enum<P> & ProtocolMessageEnum, T> Set<T> known(
      String field, List<P> values, Function<P, T> value) throws Rejected {
    Requests.requireAtMost(field, values, IDS_MAX);
    Set<T> known = new LinkedHashSet<>();
    for (int i = 0; i < values.size(); i++) {
      known.add(value.apply(Fields.known(field + "[" + i + "]", values.get(i))));
    }
    return known;
  }

  private static Set<String> ids(String field, List<String> values, int countMax) throws Rejected {
    Requests.requireAtMost(field, values, countMax);
    Set<String> ids = new LinkedHashSet<>();
    for (int i = 0; i < values.size(); i++) {
      ids.add(Fields.id(field + "[" + i + "]", values.get(i)));
    }
    return ids;
  }

  private static Platform platform(dev.tributary.type.v1.Platform platform) {
    return Platform.valueOf(platform.name().substring("PLATFORM_".length()));
  }

  private static ContentFormat format(dev.tributary.type.v1.ContentFormat format) {
    return ContentFormat.valueOf(format.name().substring("CONTENT_FORMAT_".length()));
  }
}
