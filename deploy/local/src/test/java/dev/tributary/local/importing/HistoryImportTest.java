package dev.tributary.local.importing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.metrics.v1.KpiFilter;
import dev.tributary.metrics.v1.KpiValue;
import dev.tributary.metrics.v1.QueryKpisRequest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryImportTest {
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
  void totals_of_a_past_campaign_are_kpis() throws IOException {
    Path file =
        suite.file(
            "history.csv",
            "campaign_id,name,objective,start_date,end_date,time_zone,currency,creator,platform,"
                + "impressions,likes,cost,orders,revenue",
            "spring-25,Spring 2025,sales,2025-05-01,2025-05-31,Europe/Berlin,EUR,Emily,instagram,"
                + "100000,4000,1500.00,80,6000.00",
            "spring-25,Spring 2025,sales,2025-05-01,2025-05-31,Europe/Berlin,EUR,Bo,youtube,"
                + "50000,1000,500.00,20,1500.00");

    assertThat(suite.runs("--kind", "history", file.toString())).startsWith("2 recorded");
    assertThat(suite.runs("--kind", "history", file.toString())).contains("2 already recorded");

    List<KpiValue> values = kpis("impressions", "cost", "conversions", "revenue");
    assertThat(values.get(0).getValue().getCount()).isEqualTo(150_000);
    assertThat(values.get(1).getValue().getMoney().getMinorUnits()).isEqualTo(200_000);
    assertThat(values.get(2).getValue().getCount()).isEqualTo(100);
    assertThat(values.get(3).getValue().getMoney().getMinorUnits()).isEqualTo(750_000);
  }

  private List<KpiValue> kpis(String... ids) {
    return suite
        .peers()
        .kpis()
        .queryKpis(
            QueryKpisRequest.newBuilder()
                .addAllKpiIds(List.of(ids))
                .setCurrencyCode("EUR")
                .setFilter(KpiFilter.newBuilder().addCampaignIds("spring-25"))
                .build())
        .getTotal()
        .getValuesList();
  }
}
