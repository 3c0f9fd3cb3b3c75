package dev.tributary.local.ledgermodel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.attribution.v1.CodeLimits;
import dev.tributary.attribution.v1.PromoCodeReservation;
import dev.tributary.runtime.database.Database;
import dev.tributary.runtime.database.DatabaseConfig;
import dev.tributary.type.v1.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;

/** The tables of uses and their counters, which no call tells, beside the model's. */
final class UseTables implements AutoCloseable {
  private static final String STATE = "PROMO_CODE_RESERVATION_STATE_";
  private static final String REASON = "ERROR_REASON_";

  private final Database database;

  UseTables(DatabaseConfig config) {
    this.database = Database.open(config, "db/log", "db/follower", "db/attribution");
  }

  /** Whether a hold is still there whose time has come. */
  boolean areDue(Instant now) {
    return !lines(
            "select 1 from code_reservation where state = 'HELD' and expire_time <= '%s'"
                .formatted(now),
            row -> "due")
        .isEmpty();
  }

  /** Every use is as the model has it, and every counter is the number of its uses. */
  void compare(Collection<Use> uses) {
    assertThat(
            lines(
                """
                select code_id, order_key, state, currency_code, amount_minor, discount_minor,
                  create_time, expire_time, over_limit
                from code_reservation""",
                UseTables::use))
        .as("uses")
        .isEqualTo(uses.stream().map(UseTables::line).sorted().toList());
    assertThat(
            lines(
                """
                select code_id, currency_code, used, held, over_limit, used_minor, held_minor
                from code_counter
                where used + held + over_limit + used_minor + held_minor > 0""",
                row -> numbers(row, 7)))
        .as("counters")
        .isEqualTo(counters(uses));
    assertThat(
            lines(
                "select code_id, used, held from code_customer_counter where used + held > 0",
                row -> numbers(row, 3)))
        .as("counters of customers, whoever they are")
        .isEqualTo(customers(uses));
  }

  /**
   * No code and no customer has more than the limits ever allowed, whatever the model says.
   *
   * @param codes every state of every code
   */
  void requireWithinLimits(List<Fact.Coded> codes) {
    Map<String, Long> ever = ceilings(codes, CodeLimits::hasMaxUses, CodeLimits::getMaxUses);
    ever.forEach(
        (codeId, most) ->
            assertThat(taken("select sum(used + held) from code_counter", codeId))
                .as("uses of %s, used and held", codeId)
                .isLessThanOrEqualTo(most));
    Map<String, Long> each =
        ceilings(codes, CodeLimits::hasMaxUsesPerCustomer, CodeLimits::getMaxUsesPerCustomer);
    each.forEach(
        (codeId, most) ->
            assertThat(taken("select max(used + held) from code_customer_counter", codeId))
                .as("uses of %s by one customer, used and held", codeId)
                .isLessThanOrEqualTo(most));
  }

  /** The highest limit of each code that always had one. */
  private static Map<String, Long> ceilings(
      List<Fact.Coded> codes, Predicate<CodeLimits> isLimited, ToLongFunction<CodeLimits> limit) {
    Map<String, Long> ceilings = new TreeMap<>();
    for (Fact.Coded code : codes) {
      CodeLimits limits = code.code().getLimits();
      ceilings.merge(
          code.codeId(),
          isLimited.test(limits) ? limit.applyAsLong(limits) : Long.MAX_VALUE,
          Math::max);
    }
    ceilings.values().removeIf(most -> most == Long.MAX_VALUE);
    return ceilings;
  }

  private long taken(String sql, String codeId) {
    return database.read(
        handle ->
            handle
                .createQuery("select coalesce((%s where code_id = :codeId), 0)".formatted(sql))
                .bind("codeId", codeId)
                .mapTo(Long.class)
                .one());
  }

  private static List<String> counters(Collection<Use> uses) {
    Map<String, long[]> counters = new TreeMap<>();
    for (Use use : uses) {
      Money discount = use.told().getDiscount();
      long[] counter =
          counters.computeIfAbsent(
              use.told().getCodeId() + " " + discount.getCurrencyCode(), absent -> new long[5]);
      counter[0] += use.isUsed() ? 1 : 0;
      counter[1] += use.isHeld() ? 1 : 0;
      counter[2] += use.isOverLimit() ? 1 : 0;
      counter[3] += use.isUsed() ? discount.getMinorUnits() : 0;
      counter[4] += use.isHeld() ? discount.getMinorUnits() : 0;
    }
    return texts(counters);
  }

  private static List<String> customers(Collection<Use> uses) {
    Map<String, long[]> counters = new TreeMap<>();
    for (Use use : uses) {
      if (use.counts() && !use.customer().isEmpty()) {
        long[] counter =
            counters.computeIfAbsent(
                use.told().getCodeId() + "\n" + use.customer(), absent -> new long[2]);
        counter[use.isUsed() ? 0 : 1]++;
      }
    }
    return texts(counters);
  }

  /** Without the customers' names, which the tables do not have. */
  private static List<String> texts(Map<String, long[]> counters) {
    return counters.entrySet().stream()
        .filter(counter -> Arrays.stream(counter.getValue()).sum() > 0)
        .map(
            counter -> {
              StringBuilder text = new StringBuilder(counter.getKey().split("\n", 2)[0]);
              for (long number : counter.getValue()) {
                text.append(' ').append(number);
              }
              return text.toString();
            })
        .sorted()
        .toList();
  }

  private static String line(Use use) {
    PromoCodeReservation told = use.told();
    return "%s %s %s %d %d %s from %s to %s %s"
        .formatted(
            use.key(),
            told.getState().name().substring(STATE.length()),
            told.getAmount().getCurrencyCode(),
            told.getAmount().getMinorUnits(),
            told.getDiscount().getMinorUnits(),
            "",
            Moments.of(told.getCreateTime()),
            Moments.of(told.getExpireTime()),
            use.isOverLimit() ? told.getReason().name().substring(REASON.length()) : "");
  }

  private static String use(ResultSet row) throws SQLException {
    String overLimit = row.getString("over_limit");
    return "%s %s %s %s %d %d %s from %s to %s %s"
        .formatted(
            row.getString("code_id"),
            row.getString("order_key"),
            row.getString("state"),
            row.getString("currency_code"),
            row.getLong("amount_minor"),
            row.getLong("discount_minor"),
            "",
            row.getObject("create_time", OffsetDateTime.class).toInstant(),
            row.getObject("expire_time", OffsetDateTime.class).toInstant(),
            overLimit == null ? "" : overLimit);
  }

  private static String numbers(ResultSet row, int columns) throws SQLException {
    StringBuilder text = new StringBuilder(row.getString(1));
    for (int i = 2; i <= columns; i++) {
      text.append(' ').append(row.getString(i));
    }
    return text.toString();
  }

  private List<String> lines(String sql, Row row) {
    return database.read(
        handle ->
            handle.createQuery(sql).map((results, context) -> row.text(results)).list().stream()
                .sorted()
                .toList());
  }

  @Override
  public void close() {
    database.close();
  }

  private interface Row {
    String text(ResultSet row) throws SQLException;
  }
}
