package dev.tributary.local.importing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.ingestion.v1.Counter;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SpareColumnsTest {
  @Test
  void columns_that_look_like_counters_are_kept_and_listed() {
    List<String> columns =
        List.of("Profile taps", "video_id", "Click rate", "Posted day", "note", "Sticker taps");
    SpareColumns spare = new SpareColumns(columns);

    List<Counter> counters =
        spare.counters(
            row(
                columns,
                Map.of(
                    "Profile taps", "7",
                    "video_id", "9",
                    "Click rate", "3",
                    "Posted day", "4",
                    "note", "text",
                    "Sticker taps", "-1")),
            100);

    assertThat(counters)
        .containsExactly(Counter.newBuilder().setMetric("Profile_taps").setCount(7).build());
    assertThat(spare.summary())
        .containsExactly("column without a meaning, kept as Profile_taps: 1 values");
  }

  private static CsvRow row(List<String> columns, Map<String, String> cells) {
    return new CsvRow(2, 1, columns, cells, Mapping.parse(""));
  }
}
