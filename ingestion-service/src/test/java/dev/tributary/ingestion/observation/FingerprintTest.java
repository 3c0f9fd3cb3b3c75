package dev.tributary.ingestion.observation;

import static dev.tributary.ingestion.testing.ObservationSamples.accountCounters;
import static dev.tributary.ingestion.testing.ObservationSamples.anObservation;
import static dev.tributary.ingestion.testing.ObservationSamples.cost;
import static dev.tributary.ingestion.testing.ObservationSamples.count;
import static dev.tributary.ingestion.testing.ObservationSamples.exchangeRate;
import static dev.tributary.ingestion.testing.ObservationSamples.postCounters;
import static dev.tributary.ingestion.testing.ObservationSamples.trafficOfCampaign;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.protobuf.DoubleValue;
import com.google.protobuf.Message;
import dev.tributary.ingestion.v1.Counter;
import dev.tributary.ingestion.v1.Observation;
import dev.tributary.ingestion.v1.PostCounters;
import dev.tributary.ingestion.v1.WebTraffic;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FingerprintTest {
  /**
   * Fingerprints are stored; if these change without a new version, a resend looks like a reuse.
   */
  @Test
  void fingerprints_never_change() {
    assertThat(hex(postCounters("o-1", "post-1").build()))
        .isEqualTo("012a3694ea8f7e390a7ea2c9d8a6fe572b");
    assertThat(hex(accountCounters("o-1", "anna").build()))
        .isEqualTo("01a69898835085629c5437825873cbc4bb");
    assertThat(hex(trafficOfCampaign("o-1", "spring").build()))
        .isEqualTo("019a05df2e45b1957253c5d78bc784cff1");
    assertThat(hex(cost("o-1", "cost-1").build())).isEqualTo("0138a84b9d8862614c7ccc466cd3eecb7a");
    assertThat(hex(exchangeRate("o-1", "EUR", "SEK").build()))
        .isEqualTo("01ee002acd911fc6cbe84eaaf7f9dc1e9a");
  }

  @Test
  void it_begins_with_its_version() {
    byte[] fingerprint = Fingerprint.of(cost("o-1", "cost-1").build());
    assertThat(fingerprint).hasSize(17).startsWith(1);
  }

  @Test
  void zero_and_absent_are_different() {
    WebTraffic unmeasured = WebTraffic.newBuilder().setCampaignId("spring").build();
    WebTraffic none = unmeasured.toBuilder().setUsers(0).build();
    assertThat(hex(none)).isNotEqualTo(hex(unmeasured));
  }

  @Test
  void neighbouring_texts_do_not_run_into_each_other() {
    PostCounters one = PostCounters.newBuilder().setDay("2026").setDayTimeZone("UTC").build();
    PostCounters other = PostCounters.newBuilder().setDay("2026U").setDayTimeZone("TC").build();
    assertThat(hex(one)).isNotEqualTo(hex(other));
  }

  @Test
  void every_change_changes_it() {
    Observation original = postCounters("o-1", "post-1").build();
    Stream<Observation.Builder> changed =
        Stream.of(
            anObservation("o-1"),
            postCounters("o-2", "post-1"),
            postCounters("o-1", "post-2"),
            postCounters("o-1", "post-1").clearSource(),
            withCounters(original, count("impressions", 1_000)),
            withCounters(original, count("impressions", 1_001)));
    List<String> fingerprints = changed.map(observation -> hex(observation.build())).toList();
    assertThat(fingerprints).doesNotHaveDuplicates().doesNotContain(hex(original));
  }

  @Test
  void a_type_that_no_contract_of_ours_has_is_not_guessed_at() {
    assertThatIllegalArgumentException().isThrownBy(() -> Fingerprint.of(DoubleValue.of(0.5)));
  }

  private static Observation.Builder withCounters(Observation observation, Counter counter) {
    Observation.Builder builder = observation.toBuilder();
    builder.getPostCountersBuilder().clearCounters().addCounters(counter);
    return builder;
  }

  private static String hex(Message content) {
    return HexFormat.of().formatHex(Fingerprint.of(content));
  }
}
