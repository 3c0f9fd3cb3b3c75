package dev.tributary.ingestion.observation;

import dev.tributary.ingestion.content.AccountRules;
import dev.tributary.ingestion.content.Repeated;
import dev.tributary.ingestion.v1.Account;
import dev.tributary.ingestion.v1.AccountCounters;
import dev.tributary.ingestion.v1.Counter;
import dev.tributary.ingestion.v1.CounterSpan;
import dev.tributary.ingestion.v1.PostCounters;
import dev.tributary.runtime.api.Fields;
import dev.tributary.runtime.api.Rejected;
import dev.tributary.type.v1.ErrorReason;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What counters of posts and accounts must be. Names of metrics are free: unknown ones are kept.
 */
final class CounterRules {
  private static final int COUNTERS_MAX = 100;
  private static final Pattern METRIC = Pattern.compile("[A-Za-z0-9._:-]{1,100}");

  private CounterRules() {}

  static void checkPost(PostCounters counters) throws Rejected {
    Fields.id("post_id", counters.getPostId());
    if (Fields.known("span", counters.getSpan()) == CounterSpan.COUNTER_SPAN_DAILY) {
      Fields.date("day", counters.getDay());
      Fields.zone("day_time_zone", counters.getDayTimeZone());
    } else {
      requireAbsent("day", counters.getDay());
      requireAbsent("day_time_zone", counters.getDayTimeZone());
    }
    checkAll(counters.getCountersList());
  }

  static void checkAccount(AccountCounters counters) throws Rejected {
    checkAccount(counters.hasAccount(), counters.getAccount());
    checkAll(counters.getCountersList());
  }

  private static void checkAccount(boolean isPresent, Account account) throws Rejected {
    if (!isPresent) {
      throw new Rejected(
          ErrorReason.ERROR_REASON_FIELD_MISSING, "account", "absent (it is required)");
    }
    AccountRules.checkAt("account", account);
  }

  private static void checkAll(List<Counter> counters) throws Rejected {
    Repeated.atLeastOne("counters", counters.size(), COUNTERS_MAX);
    Repeated.each("counters", counters, COUNTERS_MAX, CounterRules::check);
    Repeated.unique("counters", counters, "metric", Counter::getMetric);
  }

  private static void check(Counter counter) throws Rejected {
    String metric = counter.getMetric();
    if (!METRIC.matcher(metric).matches()) {
      throw new Rejected(
          metric.isEmpty()
              ? ErrorReason.ERROR_REASON_FIELD_MISSING
              : ErrorReason.ERROR_REASON_FIELD_MALFORMED,
          "metric",
          metric.length() + " characters (expected: 1-100 of A-Z a-z 0-9 . _ : -)");
    }
    switch (counter.getValueCase()) {
      case COUNT -> Fields.nonNegative("count", counter.getCount());
      case UNAVAILABLE -> Fields.known("unavailable", counter.getUnavailable());
      case VALUE_NOT_SET ->
          throw new Rejected(
              ErrorReason.ERROR_REASON_FIELD_MISSING,
              "value",
              "absent (expected: count, or unavailable with the reason)");
    }
  }

  private static void requireAbsent(String field, String value) throws Rejected {
    if (!value.isEmpty()) {
      throw new Rejected(
          ErrorReason.ERROR_REASON_FIELD_MALFORMED,
          field,
          value.length() + " characters (expected: empty, unless span is COUNTER_SPAN_DAILY)");
    }
  }
}
