package dev.tributary.reporting.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class CampaignDaysTest {
  private static final ZoneId STOCKHOLM = ZoneId.of("Europe/Stockholm");

  @Test
  void days_are_cut_at_midnight_of_the_campaigns_zone() {
    CampaignDays days = days("2026-03-28", "2026-03-29");

    assertThat(days.start()).isEqualTo(Instant.parse("2026-03-27T23:00:00Z"));
    // Clocks go forward on the 29th.
    assertThat(days.end()).isEqualTo(Instant.parse("2026-03-29T22:00:00Z"));
    assertThat(days.dayOf(Instant.parse("2026-03-28T23:30:00Z"))).isEqualTo("2026-03-29");
  }

  @Test
  void nothing_is_drawn_before_the_first_day_and_after_today() {
    CampaignDays days = days("2026-04-06", "2026-05-17");

    assertThat(days.begunBy(Instant.parse("2026-04-05T12:00:00Z"))).isEmpty();
    assertThat(days.begunBy(Instant.parse("2026-04-05T22:00:00Z")))
        .contains(days("2026-04-06", "2026-04-06"));
    assertThat(days.begunBy(Instant.parse("2026-05-10T12:00:00Z")))
        .contains(days("2026-04-06", "2026-05-10"));
    assertThat(days.begunBy(Instant.parse("2026-09-01T12:00:00Z"))).contains(days);
  }

  @Test
  void a_very_long_campaign_is_drawn_by_its_newest_400_days() {
    CampaignDays drawn =
        days("2024-01-01", "2026-12-31")
            .begunBy(Instant.parse("2026-06-30T12:00:00Z"))
            .orElseThrow();

    assertThat(drawn.last()).isEqualTo("2026-06-30");
    assertThat(drawn.first().plusDays(CampaignDays.SERIES_DAYS_MAX - 1L)).isEqualTo(drawn.last());
  }

  @Test
  void an_end_before_the_start_is_refused() {
    assertThatThrownBy(() -> days("2026-04-06", "2026-04-05"))
        .hasMessage("last: 2026-04-05 (expected: not before 2026-04-06)");
  }

  private static CampaignDays days(String first, String last) {
    return new CampaignDays(LocalDate.parse(first), LocalDate.parse(last), STOCKHOLM);
  }
}
