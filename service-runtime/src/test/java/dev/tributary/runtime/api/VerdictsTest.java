package dev.tributary.runtime.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.type.v1.ErrorReason;
import dev.tributary.type.v1.Rejection;
import dev.tributary.type.v1.Verdict;
import dev.tributary.type.v1.VerdictStatus;
import org.junit.jupiter.api.Test;

class VerdictsTest {
  @Test
  void each_outcome_has_its_status_and_no_rejection() {
    assertThat(Verdicts.recorded().getStatus()).isEqualTo(VerdictStatus.VERDICT_STATUS_RECORDED);
    assertThat(Verdicts.alreadyRecorded().getStatus())
        .isEqualTo(VerdictStatus.VERDICT_STATUS_ALREADY_RECORDED);
    assertThat(Verdicts.updated().getStatus()).isEqualTo(VerdictStatus.VERDICT_STATUS_UPDATED);
    assertThat(Verdicts.recorded().hasRejection()).isFalse();
  }

  @Test
  void a_rejection_names_reason_path_and_message() {
    Rejected rejected =
        new Rejected(ErrorReason.ERROR_REASON_OUT_OF_RANGE, "items_minor", "-1 (expected: 0)");

    Verdict verdict = Verdicts.rejected(rejected.withPrefix("components"));

    assertThat(verdict.getStatus()).isEqualTo(VerdictStatus.VERDICT_STATUS_REJECTED);
    assertThat(verdict.getRejection())
        .isEqualTo(
            Rejection.newBuilder()
                .setReason(ErrorReason.ERROR_REASON_OUT_OF_RANGE)
                .setField("components.items_minor")
                .setMessage("-1 (expected: 0)")
                .build());
  }
}
