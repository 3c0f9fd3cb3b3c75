package dev.tributary.ingestion.observation;

import static dev.tributary.ingestion.testing.ObservationSamples.accountCounters;
import static dev.tributary.ingestion.testing.ObservationSamples.anObservation;
import static dev.tributary.ingestion.testing.ObservationSamples.cost;
import static dev.tributary.ingestion.testing.ObservationSamples.exchangeRate;
import static dev.tributary.ingestion.testing.ObservationSamples.postCounters;
import static dev.tributary.ingestion.testing.ObservationSamples.trafficOfCampaign;
import static dev.tributary.ingestion.testing.ObservationSamples.trafficOfCollaboration;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.tributary.type.v1.Platform;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SubjectTest {
  @Test
  void every_kind_of_observation_has_its_subject() {
    assertThat(Subject.of(postCounters("o", "p").build())).isEqualTo(Subject.post("p"));
    assertThat(Subject.of(accountCounters("o", "anna").build()))
        .isEqualTo(Subject.account(Platform.PLATFORM_INSTAGRAM, "anna"));
    assertThat(Subject.of(cost("o", "c").build())).isEqualTo(Subject.cost("c"));
    assertThat(Subject.of(trafficOfCampaign("o", "spring").build()))
        .isEqualTo(Subject.trafficOfCampaign("spring"));
    assertThat(Subject.of(exchangeRate("o", "EUR", "SEK").build()))
        .isEqualTo(Subject.currencyPair("EUR", "SEK"));
  }

  @Test
  void traffic_known_by_collaboration_is_not_the_campaigns() {
    assertThat(Subject.of(trafficOfCollaboration("o", "anna-spring").build()))
        .isEqualTo(Subject.trafficOfCollaboration("anna-spring"));
  }

  @Test
  void an_observation_of_nothing_has_no_subject() {
    assertThatIllegalArgumentException().isThrownBy(() -> Subject.of(anObservation("o").build()));
  }

  @Test
  void no_two_subjects_share_a_key() {
    List<String> keys =
        Stream.of(
                Subject.post("x"),
                Subject.cost("x"),
                Subject.trafficOfCollaboration("x"),
                Subject.trafficOfCampaign("x"),
                Subject.account(Platform.PLATFORM_INSTAGRAM, "x"),
                Subject.account(Platform.PLATFORM_TIKTOK, "x"),
                Subject.currencyPair("EUR", "SEK"),
                Subject.currencyPair("SEK", "EUR"),
                new Subject("k", List.of("ab", "c")),
                new Subject("k", List.of("a", "bc")))
            .map(Subject::key)
            .toList();
    assertThat(keys).doesNotHaveDuplicates().allSatisfy(key -> assertThat(key).hasSize(22));
  }

  /** Keys and shards are stored; if these change, what is recorded cannot be found any more. */
  @Test
  void keys_and_shards_never_change() {
    assertThat(Subject.post("post-1").key()).isEqualTo("-oW7qq2zmgSDnWuDKyzeMw");
    assertThat(Subject.account(Platform.PLATFORM_YOUTUBE, "anna").key())
        .isEqualTo("PWj0uzFI9Su0qle90WhvqQ");
    assertThat(Subject.post("post-1").shardIn("acme")).isEqualTo(31);
    assertThat(Subject.account(Platform.PLATFORM_YOUTUBE, "anna").shardIn("acme")).isEqualTo(28);
    assertThat(Subject.cost("cost-1").shardIn("acme")).isEqualTo(8);
    assertThat(Subject.trafficOfCollaboration("anna-spring").shardIn("acme")).isEqualTo(32);
    assertThat(Subject.trafficOfCampaign("spring").shardIn("acme")).isEqualTo(55);
    assertThat(Subject.currencyPair("EUR", "SEK").shardIn("acme")).isEqualTo(32);
  }
}
