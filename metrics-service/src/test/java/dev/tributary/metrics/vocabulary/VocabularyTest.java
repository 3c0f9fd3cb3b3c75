package dev.tributary.metrics.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import dev.tributary.metrics.fact.ContentFormat;
import dev.tributary.metrics.fact.Platform;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class VocabularyTest {
  private static final List<String> METRICS =
      List.of(
          "impressions",
          "video_views",
          "reach",
          "likes",
          "comments",
          "shares",
          "saves",
          "followers");

  private final Vocabulary vocabulary = Vocabulary.standard();

  static Stream<Instant> moments() {
    return Stream.of("2014-01-01", "2025-04-21", "2025-11-15", "2026-08-27", "2031-01-01")
        .map(date -> Instant.parse(date + "T00:00:00Z"));
  }

  @ParameterizedTest
  @MethodSource("moments")
  void every_canonical_name_is_understood_on_every_platform_at_any_time(Instant time) {
    for (Platform platform : Platform.values()) {
      for (String metric : METRICS) {
        assertThat(meanings(platform, metric, ContentFormat.SHORT_VIDEO, time))
            .as("%s %s", platform, metric)
            .anyMatch(term -> term.metric().equals(metric));
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "INSTAGRAM, impressions, 2025-04-20T23:59:59Z, impressions, instagram.impressions",
    "INSTAGRAM, impressions, 2025-04-21T00:00:00Z, impressions, instagram.views.2025",
    "INSTAGRAM, views, 2025-04-21T00:00:00Z, impressions, instagram.views.2025",
    "INSTAGRAM, views, 2026-01-01T00:00:00Z, video_views, instagram.views.2025",
    "INSTAGRAM, saved, 2026-01-01T00:00:00Z, saves, instagram.saved",
    "FACEBOOK, post_impressions, 2021-09-11T00:00:00Z, impressions, facebook.post_impressions",
    "FACEBOOK, post_media_view, 2025-11-15T00:00:00Z, impressions, facebook.post_media_view",
    "FACEBOOK, post_total_media_view_unique, 2026-01-01T00:00:00Z, reach,"
        + " facebook.post_total_media_view_unique",
    "FACEBOOK, post_video_views, 2021-09-11T00:00:00Z, video_views, facebook.post_video_views.3s",
    "TIKTOK, view_count, 2026-01-01T00:00:00Z, impressions, tiktok.view_count",
    "TIKTOK, view_count, 2026-01-01T00:00:00Z, video_views, tiktok.view_count",
    "TIKTOK, video_views, 2026-01-01T00:00:00Z, video_views, tiktok.video_views",
    "YOUTUBE, viewCount, 2025-03-30T00:00:00Z, impressions, youtube.shorts_views",
    "YOUTUBE, viewCount, 2025-03-31T00:00:00Z, impressions, youtube.shorts_views.2025",
    "YOUTUBE, views, 2026-08-27T00:00:00Z, video_views, youtube.views.2026",
    "YOUTUBE, commentCount, 2026-01-01T00:00:00Z, comments, youtube.comments",
    "X, impressions, 2026-01-01T00:00:00Z, impressions, x.impressions",
  })
  void a_native_name_means_what_the_platform_meant_then(
      Platform platform, String name, Instant time, String metric, String definition) {
    assertThat(meanings(platform, name, ContentFormat.SHORT_VIDEO, time))
        .filteredOn(term -> term.metric().equals(metric))
        .extracting(Term::definitionId)
        .containsExactly(definition);
  }

  @Test
  void a_name_with_a_currency_at_its_end_is_understood_for_every_currency() {
    Instant time = Instant.parse("2026-01-01T00:00:00Z");
    assertThat(vocabulary.meaningsAt(Platform.OTHER, "past_revenue.SEK", time))
        .extracting(Term::nativeName, Term::metric, Term::definitionId)
        .containsExactly(tuple("past_revenue.SEK", "past_revenue.SEK", "other.past_revenue"));
    assertThat(vocabulary.meaningsAt(Platform.OTHER, "past_revenue.XYZ", time)).isEmpty();
    assertThat(vocabulary.meaningsAt(Platform.OTHER, "past_revenue", time)).isEmpty();
    assertThat(vocabulary.meaningsAt(Platform.OTHER, "SEK", time)).isEmpty();
  }

  @Test
  void a_view_of_a_picture_is_an_impression_and_no_video_view() {
    Instant time = Instant.parse("2026-01-01T00:00:00Z");
    assertThat(meanings(Platform.INSTAGRAM, "views", ContentFormat.IMAGE, time))
        .extracting(Term::metric)
        .containsExactly("impressions");
  }

  @Test
  void a_name_that_the_platform_has_given_up_means_nothing_any_more() {
    Instant end = Instant.parse("2025-11-15T00:00:00Z");
    assertThat(vocabulary.meaningsAt(Platform.FACEBOOK, "post_impressions", end)).isEmpty();
    assertThat(vocabulary.terms())
        .filteredOn(term -> term.nativeName().equals("post_impressions"))
        .extracting(Term::successor)
        .containsExactly("post_media_view");
  }

  @Test
  void the_name_in_force_is_preferred_to_the_one_to_come_and_the_one_given_up() {
    assertThat(preferred(Platform.INSTAGRAM, "2025-04-20T00:00:00Z", "views", "impressions"))
        .isEqualTo("impressions");
    assertThat(preferred(Platform.INSTAGRAM, "2025-04-21T00:00:00Z", "views", "plays"))
        .isEqualTo("views");
    assertThat(
            preferred(
                Platform.FACEBOOK, "2021-09-11T00:00:00Z", "post_impressions", "post_media_view"))
        .isEqualTo("post_impressions");
  }

  @Test
  void nobody_knows_a_name_that_no_platform_documents() {
    assertThat(vocabulary.meaningsAt(Platform.TIKTOK, "viewCount", Instant.EPOCH)).isEmpty();
  }

  @Test
  void a_name_cannot_mean_one_metric_in_two_ways_at_once() {
    Term first = term("impressions", "x.first", Optional.empty());
    Term second = term("impressions", "x.second", Optional.of(Instant.EPOCH));
    Term other = term("reach", "x.other", Optional.empty());

    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Vocabulary(List.of(first, second)))
        .withMessageContaining("x.second");
    assertThat(new Vocabulary(List.of(first, other)).terms()).hasSize(2);
  }

  private String preferred(Platform platform, String time, String... names) {
    return Arrays.stream(names)
        .flatMap(name -> vocabulary.meaningsAt(platform, name, Instant.parse(time)).stream())
        .filter(term -> term.metric().equals("impressions"))
        .min(Comparator.comparingInt(Term::preference))
        .orElseThrow()
        .nativeName();
  }

  private List<Term> meanings(Platform platform, String name, ContentFormat format, Instant time) {
    return vocabulary.meaningsAt(platform, name, time).stream()
        .filter(term -> term.formats().contains(format))
        .toList();
  }

  private static Term term(String metric, String definition, Optional<Instant> validFrom) {
    return new Term(
        Platform.X,
        "n",
        metric,
        Set.of(ContentFormat.TEXT),
        definition,
        validFrom,
        Optional.empty(),
        "",
        definition.length());
  }
}
