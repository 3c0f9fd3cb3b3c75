package dev.tributary.attribution.promocode;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.attribution.TestAttribution;
import dev.tributary.attribution.v1.PromoCodeServiceGrpc;
import dev.tributary.attribution.v1.ReservePromoCodeResponse;
import dev.tributary.runtime.testing.TestDatabases;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;

class ReserveRacePostgresTest extends ReserveRaceTest {
  ReserveRacePostgresTest() {
    super(TestDatabases.POSTGRES);
  }

  @Test
  void two_processes_on_one_database_keep_a_limit_together()
      throws InterruptedException, ExecutionException {
    String workspace = TestAttribution.newWorkspace();
    try (TestAttribution second = TestAttribution.startOn(service.database())) {
      var ours = PromoCodeServiceGrpc.newBlockingStub(service.channel(workspace));
      var theirs = PromoCodeServiceGrpc.newBlockingStub(second.channel(workspace));
      create(ours, limited(limits().setMaxUses(20)));

      List<ReservePromoCodeResponse> answers =
          race(List.of(ours, theirs), i -> wish("order-" + i).build());

      assertThat(answers.stream().filter(ReservePromoCodeResponse::getReserved)).hasSize(20);
      assertThat(theirs.reservePromoCode(wish("late").build()).getRemaining().getUses()).isZero();
    }
  }
}
