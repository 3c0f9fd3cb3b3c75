package dev.tributary.metrics.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class KpiCatalogueTest {
  private static final Path GOLDEN = Path.of("src/test/resources/golden/kpi-catalogue.txt");

  @Test
  void every_id_is_there_once_and_every_entry_explains_itself() {
    assertThat(KpiCatalogue.ALL).extracting(KpiDefinition::id).doesNotHaveDuplicates();
    assertThat(KpiCatalogue.ALL)
        .allSatisfy(
            kpi -> {
              assertThat(kpi.id()).matches("[a-z][a-z_]+");
              assertThat(kpi.displayName()).isNotBlank();
              assertThat(kpi.description()).endsWith(".");
              assertThat(kpi.source()).isNotBlank();
              assertThat(KpiCatalogue.find(kpi.id())).contains(kpi);
            });
  }

  @Test
  void stages_follow_the_funnel() {
    assertThat(KpiCatalogue.ALL).extracting(KpiDefinition::stage).isSorted();
  }

  @Test
  void the_catalogue_is_as_it_was_reviewed() throws IOException {
    String catalogue =
        KpiCatalogue.ALL.stream().map(KpiCatalogueTest::entry).collect(Collectors.joining("\n"));
    if (System.getProperty("golden.update") != null) {
      Files.createDirectories(GOLDEN.getParent());
      Files.writeString(GOLDEN, catalogue);
    }

    assertThat(catalogue)
        .as("%s (rewritten by -Dgolden.update)", GOLDEN)
        .isEqualTo(Files.readString(GOLDEN));
  }

  private static String entry(KpiDefinition kpi) {
    return """
        %s: %s
          = %s
          %s, %s, %s%s
          %s
          [%s]
        """
        .formatted(
            kpi.id(),
            kpi.displayName(),
            kpi.formula().text(),
            kpi.unit(),
            kpi.aggregation(),
            kpi.stage(),
            kpi.lowerIsBetter() ? ", lower is better" : "",
            kpi.description(),
            kpi.source());
  }
}
