package dev.tributary.metrics.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.metrics.fact.ContentFormat;
import dev.tributary.metrics.fact.DailyReading;
import dev.tributary.metrics.fact.Platform;
import dev.tributary.metrics.fact.ProvenanceClass;
import dev.tributary.metrics.fact.Reading;
import dev.tributary.metrics.fact.ReadingState;
import dev.tributary.metrics.fact.Source;
import dev.tributary.metrics.fact.Timeline;
import dev.tributary.metrics.fact.UnknownMetric;
import dev.tributary.metrics.load.Snapshot.Counter;
import dev.tributary.metrics.vocabulary.Vocabulary;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SubjectTimelinesTest {
  private static final Source API = new Source(ProvenanceClass.FIRST_PARTY_API, "api");
  private static final Instant MAY = Instant.parse("2026-05-04T00:00:00Z");

  private long received;

  @Test
  void a_value_under_two_names_is_counted_once() {
    SubjectTimelines clip = of(Platform.INSTAGRAM, ContentFormat.SHORT_VIDEO);
    clip.add(seen(MAY, count("impressions", 40), count("views", 40), count("plays", 40)));
    assertThat(clip.timelines().get("impressions").lifetime())
        .singleElement()
        .satisfies(
            reading -> {
              assertThat(reading.count()).isEqualTo(40);
              assertThat(reading.definitionId()).isEqualTo("instagram.views.2025");
            });
  }

  @Test
  void a_name_with_a_number_is_preferred_to_one_without() {
    SubjectTimelines clip = of(Platform.INSTAGRAM, ContentFormat.SHORT_VIDEO);
    clip.add(
        seen(
            MAY,
            new Counter("views", ReadingState.NOT_COLLECTED, 0),
            new Counter("impressions", ReadingState.VALUE, 40)));
    assertThat(newest(clip, "impressions").count()).isEqualTo(40);
  }

  @Test
  void one_name_may_be_two_metrics() {
    SubjectTimelines clip = of(Platform.TIKTOK, ContentFormat.SHORT_VIDEO);
    clip.add(seen(MAY, count("view_count", 900)));
    assertThat(newest(clip, "impressions").count()).isEqualTo(900);
    assertThat(newest(clip, "video_views").count()).isEqualTo(900);
  }

  @Test
  void the_definition_changes_when_the_platform_changes_it() {
    SubjectTimelines page = of(Platform.FACEBOOK, ContentFormat.IMAGE);
    page.add(seen(Instant.parse("2025-11-14T00:00:00Z"), count("post_impressions", 900)));
    page.add(seen(Instant.parse("2025-11-16T00:00:00Z"), count("post_media_view", 700)));
    assertThat(page.timelines().get("impressions").lifetime())
        .extracting(Reading::definitionId)
        .containsExactly("facebook.post_impressions", "facebook.post_media_view");
  }

  @Test
  void growth_on_a_day_stays_a_day_of_its_source() {
    var day = new CountedDay(LocalDate.parse("2026-05-03"), ZoneId.of("America/Los_Angeles"));
    SubjectTimelines video = of(Platform.YOUTUBE, ContentFormat.LONG_VIDEO);
    video.add(new Snapshot(MAY, 1, API, Optional.of(day), List.of(count("views", 5))));
    Timeline views = video.timelines().get("video_views");
    assertThat(views.lifetime()).isEmpty();
    assertThat(views.days())
        .singleElement()
        .extracting(DailyReading::day, DailyReading::zone)
        .containsExactly(day.day(), day.zone());
  }

  @Test
  void why_there_is_no_number_is_kept() {
    SubjectTimelines clip = of(Platform.INSTAGRAM, ContentFormat.SHORT_VIDEO);
    clip.add(seen(MAY, new Counter("likes", ReadingState.NOT_AVAILABLE, 0)));
    assertThat(newest(clip, "likes").state()).isEqualTo(ReadingState.NOT_AVAILABLE);
  }

  @Test
  void unknown_names_are_listed_with_the_time_they_were_seen() {
    Instant later = MAY.plusSeconds(60);
    SubjectTimelines clip = of(Platform.TIKTOK, ContentFormat.SHORT_VIDEO);
    clip.add(seen(later, count("viewCount", 1), count("likes", 2)));
    clip.add(seen(MAY, count("viewCount", 1)));
    assertThat(clip.timelines()).containsOnlyKeys("likes");
    assertThat(clip.unknown(Optional.of("p1"), "p1"))
        .containsExactly(new UnknownMetric(Optional.of("p1"), "p1", "viewCount", MAY, later));
  }

  @Test
  void a_video_metric_of_a_picture_is_neither_used_nor_unknown() {
    SubjectTimelines picture = of(Platform.INSTAGRAM, ContentFormat.IMAGE);
    picture.add(seen(MAY, count("plays", 0), count("views", 9)));
    assertThat(picture.timelines()).containsOnlyKeys("impressions");
  }

  private static SubjectTimelines of(Platform platform, ContentFormat format) {
    return new SubjectTimelines(Vocabulary.standard(), platform, Optional.of(format));
  }

  private static Reading newest(SubjectTimelines subject, String metric) {
    return subject.timelines().get(metric).newestAt(Instant.MAX).orElseThrow();
  }

  private static Counter count(String metric, long count) {
    return new Counter(metric, ReadingState.VALUE, count);
  }

  private Snapshot seen(Instant time, Counter... counters) {
    return new Snapshot(time, ++received, API, Optional.empty(), Stream.of(counters).toList());
  }
}
