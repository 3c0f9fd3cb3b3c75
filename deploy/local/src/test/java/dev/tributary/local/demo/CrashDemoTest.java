package dev.tributary.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.local.testing.Commands;
import dev.tributary.local.testing.OwnSuite.Said;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demo with kill -9 in the middle, as a user calls it. */
class CrashDemoTest {
  @TempDir Path directory;

  @Test
  void killed_services_end_with_the_totals_of_those_that_nobody_killed() {
    Said said =
        Commands.run(
            List.of("demo", "--crash", "--scale=0.03", "--port-base=0", "--data-dir=" + directory));

    assertThat(said.text())
        .as(said.complaint())
        .containsPattern("ingestion +observations +[0-9,]+ +[1-9][0-9,]* +[1-9][0-9]* +[1-9]")
        .containsPattern("attribution +touches +1,800 +[1-9][0-9,]* +[1-9][0-9]* +[1-9]")
        .containsPattern("attribution +orders +90 +[1-9][0-9,]* +[1-9][0-9]* +[1-9]")
        .contains("\nTIES OUT  ·", "\nSAME TOTALS  ·", " 0 differ\n")
        .containsPattern("EUR  sold .* difference 0\\.00\n")
        .containsPattern("SEK  sold .* difference 0\\.00\n");
    assertThat(said.exitCode()).isZero();
  }
}
