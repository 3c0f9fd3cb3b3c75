package dev.tributary.ingestion.content;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Timestamp;
import com.google.protobuf.UnknownFieldSet;
import dev.tributary.ingestion.v1.Annotation;
import dev.tributary.ingestion.v1.Campaign;
import dev.tributary.ingestion.v1.TargetAudience;
import org.junit.jupiter.api.Test;

class CanonicalTest {
  private static final UnknownFieldSet FROM_THE_FUTURE =
      UnknownFieldSet.newBuilder()
          .addField(900, UnknownFieldSet.Field.newBuilder().addVarint(1).build())
          .build();

  @Test
  void times_are_cut_to_microseconds_at_every_depth() {
    Campaign sent = Campaign.newBuilder().addAnnotations(at(1, 123_456_789)).build();
    Campaign expected = Campaign.newBuilder().addAnnotations(at(1, 123_456_000)).build();
    assertThat(Canonical.of(sent)).isEqualTo(expected);
  }

  @Test
  void fields_that_nobody_knows_are_dropped_at_every_depth() {
    TargetAudience audience = TargetAudience.newBuilder().addCountries("SE").build();
    Campaign sent =
        Campaign.newBuilder()
            .setCampaignId("spring")
            .setTargetAudience(audience.toBuilder().setUnknownFields(FROM_THE_FUTURE))
            .setUnknownFields(FROM_THE_FUTURE)
            .build();
    assertThat(Canonical.of(sent))
        .isEqualTo(
            Campaign.newBuilder().setCampaignId("spring").setTargetAudience(audience).build());
  }

  @Test
  void what_is_present_and_empty_stays_present() {
    Campaign sent =
        Campaign.newBuilder()
            .setBudgetMinor(0)
            .setTargetAudience(TargetAudience.getDefaultInstance())
            .build();
    assertThat(Canonical.of(sent)).isEqualTo(sent);
    assertThat(Canonical.of(sent).hasBudgetMinor()).isTrue();
    assertThat(Canonical.of(sent).hasTargetAudience()).isTrue();
  }

  private static Annotation at(long seconds, int nanos) {
    return Annotation.newBuilder()
        .setTime(Timestamp.newBuilder().setSeconds(seconds).setNanos(nanos))
        .build();
  }
}
