package dev.tributary.runtime.api;

import static dev.tributary.type.v1.ErrorReason.ERROR_REASON_CURRENCY_UNKNOWN;
import static dev.tributary.type.v1.ErrorReason.ERROR_REASON_FIELD_MALFORMED;
import static dev.tributary.type.v1.ErrorReason.ERROR_REASON_FIELD_MISSING;
import static dev.tributary.type.v1.ErrorReason.ERROR_REASON_FUTURE_TIME;
import static dev.tributary.type.v1.ErrorReason.ERROR_REASON_OUT_OF_RANGE;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Timestamp;
import dev.tributary.type.v1.ErrorReason;
import dev.tributary.type.v1.VerdictStatus;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FieldsTest {
  private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

  @ParameterizedTest
  @ValueSource(strings = {"a", "spring-2026", "A.b_c:d", "0198c2f0-5f1e-7000-8000-000000000000"})
  void an_id_has_letters_digits_and_four_signs(String id) throws Rejected {
    assertThat(Fields.id("campaign_id", id)).isEqualTo(id);
    assertThat(Fields.optionalId("campaign_id", id)).contains(id);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a b", "ä", "a/b", "#1001", "a\n", "a\0"})
  void an_id_with_other_characters_is_refused(String id) {
    Rejected rejected = rejected(() -> Fields.id("campaign_id", id));

    assertThat(rejected.reason()).isEqualTo(ERROR_REASON_FIELD_MALFORMED);
    assertThat(rejected.field()).isEqualTo("campaign_id");
    assertThat(rejected.message()).endsWith("(expected: 1-64 of letters, digits and . _ : -)");
  }

  @Test
  void an_id_has_at_most_64_characters() throws Rejected {
    assertThat(Fields.id("id", "x".repeat(64))).hasSize(64);
    assertReason(ERROR_REASON_FIELD_MALFORMED, () -> Fields.id("id", "x".repeat(65)));
  }

  @Test
  void what_came_is_shown_escaped_and_cut() {
    assertThat(rejected(() -> Fields.id("id", "a\nb\0" + "x".repeat(100))).message())
        .startsWith("\"aU+000AbU+0000" + "x".repeat(76) + "…\" (expected:");
    assertThat(rejected(() -> Fields.id("id", "\uD800\u202E\u2028")).message())
        .startsWith("\"U+D800U+202EU+2028\"");
  }

  @Test
  void an_absent_text_is_missing_where_it_is_required() throws Rejected {
    assertReason(ERROR_REASON_FIELD_MISSING, () -> Fields.id("f", ""));
    assertReason(ERROR_REASON_FIELD_MISSING, () -> Fields.foreignId("f", ""));
    assertReason(ERROR_REASON_FIELD_MISSING, () -> Fields.requiredText("f", "", 10));
    assertReason(ERROR_REASON_FIELD_MISSING, () -> Fields.date("f", ""));
    assertReason(ERROR_REASON_FIELD_MISSING, () -> Fields.zone("f", ""));
    assertReason(ERROR_REASON_FIELD_MISSING, () -> Fields.currency("f", ""));
    assertThat(Fields.optionalId("f", "")).isEmpty();
    assertThat(Fields.optionalForeignId("f", "")).isEmpty();
    assertThat(Fields.optionalDate("f", "")).isEmpty();
    assertThat(Fields.text("f", "", 10)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"#1001", "gid://shopify/Order/1", "ein Käufer", "日本", "🙂"})
  void a_foreign_id_is_whatever_the_other_system_uses(String id) throws Rejected {
    assertThat(Fields.foreignId("order_id", id)).isEqualTo(id);
    assertThat(Fields.optionalForeignId("order_id", id)).contains(id);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {" a", "a ", "a\u00A0", "\u2003a", "a\tb", "a\nb", "a\0b", "a\u0085b", "\u007F"})
  void a_foreign_id_has_no_controls_and_no_outer_spaces(String id) {
    assertReason(ERROR_REASON_FIELD_MALFORMED, () -> Fields.foreignId("order_id", id));
  }

  @Test
  void a_foreign_id_is_measured_in_bytes() throws Rejected {
    assertThat(Fields.foreignId("order_id", "ä".repeat(127))).hasSize(127);
    assertThat(rejected(() -> Fields.foreignId("order_id", "ä".repeat(128))).message())
        .isEqualTo("256 bytes in UTF-8 (expected: 1-255)");
  }

  @Test
  void a_lone_surrogate_is_no_text() {
    for (String lone : new String[] {"a\uD83D", "\uDE42", "\uDE42\uD83D"}) {
      assertReason(ERROR_REASON_FIELD_MALFORMED, () -> Fields.foreignId("order_id", lone));
      assertReason(ERROR_REASON_FIELD_MALFORMED, () -> Fields.text("title", lone, 10));
    }
  }

  @Test
  void a_persons_id_is_never_repeated_in_the_message() {
    assertThat(rejected(() -> Fields.foreignId("customer_id", "anna@example.org\n")).message())
        .isEqualTo("U+000A at 16 (expected: Unicode text, no control characters)");
    assertThat(rejected(() -> Fields.text("raw", "anna@example.org", 5)).message())
        .isEqualTo("16 characters (expected: at most 5)");
  }

  @Test
  void a_text_may_have_lines_and_tabs_but_no_other_controls() throws Rejected {
    assertThat(Fields.text("text", "a\n\tb", 4)).isEqualTo("a\n\tb");
    assertThat(Fields.requiredText("text", "🙂🙂", 2)).isEqualTo("🙂🙂");
    assertReason(ERROR_REASON_FIELD_MALFORMED, () -> Fields.text("text", "a\0", 10));
    assertReason(ERROR_REASON_FIELD_MALFORMED, () -> Fields.text("text", "a\u001B[0m", 10));
    assertReason(ERROR_REASON_FIELD_MALFORMED, () -> Fields.requiredText("text", "🙂🙂🙂", 2));
  }

  @Test
  void a_time_is_cut_to_microseconds() throws Rejected {
    Timestamp time = Timestamp.newBuilder().setSeconds(1).setNanos(123_456_789).build();

    assertThat(Fields.time("t", true, time)).isEqualTo(Instant.ofEpochSecond(1, 123_456_000));
    assertThat(Fields.optionalTime("t", true, time)).isPresent();
    assertThat(Fields.optionalTime("t", false, time)).isEmpty();
  }

  @Test
  void a_time_lies_between_1970_and_9999() throws Rejected {
    Timestamp last = ProtoTimes.toProto(Instant.parse("9999-12-31T23:59:59.999999Z"));

    assertThat(Fields.time("t", true, seconds(0))).isEqualTo(Instant.EPOCH);
    assertThat(Fields.time("t", true, last)).isEqualTo("9999-12-31T23:59:59.999999Z");
    assertReason(ERROR_REASON_OUT_OF_RANGE, () -> Fields.time("t", true, seconds(-1)));
    assertReason(ERROR_REASON_OUT_OF_RANGE, () -> Fields.time("t", true, seconds(253402300800L)));
    assertReason(ERROR_REASON_OUT_OF_RANGE, () -> Fields.time("t", true, seconds(Long.MIN_VALUE)));
    assertReason(ERROR_REASON_OUT_OF_RANGE, () -> Fields.time("t", true, seconds(Long.MAX_VALUE)));
    assertReason(ERROR_REASON_FIELD_MISSING, () -> Fields.time("t", false, seconds(0)));
    assertReason(ERROR_REASON_FIELD_MALFORMED, () -> Fields.time("t", true, nanos(-1)));
    assertReason(
        ERROR_REASON_FIELD_MALFORMED, () -> Fields.optionalTime("t", true, nanos(1_000_000_000)));
  }

  @Test
  void an_event_time_may_be_five_minutes_ahead_and_not_a_microsecond_more() throws Rejected {
    Instant edge = NOW.plus(Fields.FUTURE_TOLERANCE);

    assertThat(Fields.eventTime("t", true, ProtoTimes.toProto(edge), NOW)).isEqualTo(edge);
    Timestamp later = ProtoTimes.toProto(edge.plusNanos(1000));
    Rejected rejected = rejected(() -> Fields.eventTime("t", true, later, NOW));
    assertThat(rejected.reason()).isEqualTo(ERROR_REASON_FUTURE_TIME);
    assertThat(rejected.message())
        .isEqualTo(
            "2026-11-21T12:05:00.000001Z (expected: at most 5 minutes after 2026-11-21T12:00:00Z)");
    assertReason(ERROR_REASON_FIELD_MISSING, () -> Fields.eventTime("t", false, later, NOW));
  }

  @Test
  void a_date_is_a_day_of_the_calendar() throws Rejected {
    assertThat(Fields.date("d", "2024-02-29")).isEqualTo(LocalDate.of(2024, 2, 29));
    assertThat(Fields.optionalDate("d", "9999-12-31")).isPresent();
    for (String wrong : new String[] {"2025-02-29", "2025-2-9", "29.02.2024", "+12024-01-01"}) {
      assertReason(ERROR_REASON_FIELD_MALFORMED, () -> Fields.date("d", wrong));
    }
    assertReason(ERROR_REASON_OUT_OF_RANGE, () -> Fields.date("d", "1969-12-31"));
  }

  @Test
  void a_zone_is_named_by_iana_and_no_offset() throws Rejected {
    assertThat(Fields.zone("z", "Europe/Berlin")).isEqualTo(ZoneId.of("Europe/Berlin"));
    assertThat(Fields.zone("z", "UTC")).isEqualTo(ZoneId.of("UTC"));
    for (String wrong : new String[] {"+02:00", "UTC+2", "Mars/Olympus", "europe/berlin"}) {
      assertReason(ERROR_REASON_FIELD_MALFORMED, () -> Fields.zone("z", wrong));
    }
  }

  @Test
  void a_currency_is_an_iso_code_in_upper_case() throws Rejected {
    assertThat(Fields.currency("c", "EUR")).isEqualTo("EUR");
    for (String wrong : new String[] {"eur", "EU", "EURO", "QQQ", "E R"}) {
      assertReason(ERROR_REASON_CURRENCY_UNKNOWN, () -> Fields.currency("c", wrong));
    }
  }

  @Test
  void a_number_stays_in_its_range() throws Rejected {
    assertThat(Fields.nonNegative("n", 0)).isZero();
    assertThat(Fields.inRange("n", 7, -7, 7)).isEqualTo(7);
    assertReason(ERROR_REASON_OUT_OF_RANGE, () -> Fields.nonNegative("n", -1));
    assertReason(ERROR_REASON_OUT_OF_RANGE, () -> Fields.inRange("n", -8, -7, 7));
    assertThat(rejected(() -> Fields.inRange("n", 8, -7, 7)).message())
        .isEqualTo("8 (expected: -7 to 7)");
  }

  @Test
  void an_enumeration_has_a_known_value() throws Rejected {
    VerdictStatus known = VerdictStatus.VERDICT_STATUS_RECORDED;

    assertThat(Fields.known("s", known)).isSameAs(known);
    assertReason(
        ERROR_REASON_FIELD_MISSING,
        () -> Fields.known("s", VerdictStatus.VERDICT_STATUS_UNSPECIFIED));
    Rejected unknown = rejected(() -> Fields.known("s", VerdictStatus.UNRECOGNIZED));
    assertThat(unknown.reason()).isEqualTo(ERROR_REASON_FIELD_MALFORMED);
    assertThat(unknown.message())
        .startsWith("an unknown number (expected: VERDICT_STATUS_RECORDED, VERDICT_STATUS_AL");
  }

  private static Timestamp seconds(long seconds) {
    return Timestamp.newBuilder().setSeconds(seconds).build();
  }

  private static Timestamp nanos(int nanos) {
    return Timestamp.newBuilder().setNanos(nanos).build();
  }

  private static void assertReason(ErrorReason reason, ThrowingCallable parse) {
    assertThat(rejected(parse).reason()).isEqualTo(reason);
  }

  private static Rejected rejected(ThrowingCallable parse) {
    return Assertions.catchThrowableOfType(Rejected.class, parse);
  }
}
