package dev.tributary.local.importing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.metrics.v1.KpiFilter;
import dev.tributary.metrics.v1.KpiValue;
import dev.tributary.metrics.v1.QueryKpisRequest;
import dev.tributary.type.v1.Platform;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PresetImportTest {
  @TempDir Path directory;

  private Imported suite;

  @BeforeEach
  void start() {
    suite = new Imported(directory);
  }

  @AfterEach
  void stop() {
    suite.close();
  }

  @Test
  void a_value_that_stands_in_several_instagram_columns_counts_once() throws IOException {
    Path file =
        suite.file(
            "insights.csv",
            "id,like_count,video_photo_views,video_photo_impressions,reel_views,reel_plays,"
                + "carousel_album_views,carousel_album_impressions",
            "1801,10,56,56,,,,",
            "1802,20,,,78,78,,",
            "1803,30,,,,,,68");

    suite.runs("--preset", "instagram-insights", file.toString());

    List<KpiValue> values = kpis("impressions", "likes");
    assertThat(values.get(0).getValue().getCount()).isEqualTo(56 + 78 + 68);
    assertThat(values.get(1).getValue().getCount()).isEqualTo(60);
  }

  @Test
  void a_post_that_is_in_the_catalogue_stays_as_it_is() throws IOException {
    Path posts =
        suite.file(
            "posts.csv",
            "post_id,platform,format,collaboration_id",
            "1801,instagram,reel,spring-emily");
    suite.runs("--kind", "posts", posts.toString());
    Path file = suite.file("insights.csv", "Post ID,Post type,Views", "1801,IG image,56");

    assertThat(suite.runs("--preset", "instagram-insights", file.toString()))
        .startsWith("1 recorded");

    assertThat(new StoredFacts(suite.peers()).posts("1801").get(0))
        .contains("CONTENT_FORMAT_SHORT_VIDEO");
  }

  @Test
  void a_broken_row_of_a_preset_is_refused_with_line_field_and_reason() throws IOException {
    Path file =
        suite.file(
            "insights.csv",
            "Post ID,Publish time,Views",
            "1801,05/03/2026 17:00,many",
            "1802,yesterday,5",
            "1803,05/03/2026 17:00,6");

    assertThat(suite.run("--preset", "instagram-insights", file.toString()).exitCode())
        .isEqualTo(2);

    assertThat(Files.readAllLines(Path.of(file + ".rejects.csv")))
        .satisfiesExactly(
            header -> assertThat(header).isEqualTo("line,field,reason,message"),
            line -> assertThat(line).startsWith("2,views,FIELD_MALFORMED,"),
            line -> assertThat(line).startsWith("3,publish_time,FIELD_MALFORMED,"));
  }

  @Test
  void a_file_of_another_export_is_refused_as_a_whole() throws IOException {
    Path file = suite.file("x.csv", "id,views", "1,2");

    assertThat(suite.run("--preset", "youtube-analytics", file.toString()).exitCode()).isEqualTo(2);
    assertThat(suite.run("--preset", "no-such", file.toString()).exitCode()).isEqualTo(2);
  }

  @Test
  void a_day_of_a_file_without_a_zone_is_one_of_utc() throws IOException {
    Path file = suite.file("days.csv", "post_id,day,likes", "reel,2026-05-03,5");

    suite.runs("--kind", "observations", file.toString());

    assertThat(new StoredFacts(suite.peers()).counters("reel").get(0)).contains("2026-05-03 UTC");
  }

  @Test
  void presets_are_listed_with_source_and_date() {
    assertThat(suite.runs("--preset", "list")).contains(Presets.NAMES).contains("as known in");
  }

  private List<KpiValue> kpis(String... ids) {
    return suite
        .peers()
        .kpis()
        .queryKpis(
            QueryKpisRequest.newBuilder()
                .addAllKpiIds(List.of(ids))
                .setFilter(KpiFilter.newBuilder().addPlatforms(Platform.PLATFORM_INSTAGRAM))
                .build())
        .getTotal()
        .getValuesList();
  }
}
