package dev.tributary.attribution.promocode;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.attribution.v1.PromoCodeServiceGrpc.PromoCodeServiceBlockingStub;
import dev.tributary.attribution.v1.ReservePromoCodeRequest;
import dev.tributary.attribution.v1.ReservePromoCodeResponse;
import dev.tributary.runtime.testing.TestDatabases;
import dev.tributary.type.v1.ErrorReason;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

/** Many checkouts at once for one code. */
abstract class ReserveRaceTest extends ReservationCalls {
  private static final int CHECKOUTS = 32;

  ReserveRaceTest(TestDatabases kind) {
    super(kind);
  }

  @Test
  void of_many_checkouts_at_once_exactly_as_many_succeed_as_the_limit_allows()
      throws InterruptedException, ExecutionException {
    var stub = stub();
    create(stub, limited(limits().setMaxUses(20).setBudget(eur(1_000_000))));

    List<ReservePromoCodeResponse> answers = race(stub, i -> wish("order-" + i).build());

    assertThat(answers.stream().filter(ReservePromoCodeResponse::getReserved)).hasSize(20);
    assertThat(answers.stream().filter(answer -> !answer.getReserved()))
        .hasSize(CHECKOUTS - 20)
        .allMatch(answer -> answer.getReason() == ErrorReason.ERROR_REASON_LIMIT_TOTAL);
    ReservePromoCodeResponse late = stub.reservePromoCode(wish("late").build());
    assertThat(late.getRemaining().getUses()).isZero();
    assertThat(late.getRemaining().getBudget()).isEqualTo(eur(1_000_000 - 20 * 1_000));
  }

  @Test
  void one_order_that_asks_many_times_at_once_has_one_reservation()
      throws InterruptedException, ExecutionException {
    var stub = stub();
    create(stub, limited(limits().setMaxUses(20)));

    List<ReservePromoCodeResponse> answers = race(stub, i -> wish("order-1").build());

    assertThat(answers).allMatch(ReservePromoCodeResponse::getReserved);
    assertThat(answers.stream().map(ReservePromoCodeResponse::getReservation).distinct())
        .hasSize(1);
    assertThat(stub.reservePromoCode(wish("order-2").build()).getRemaining().getUses())
        .isEqualTo(18);
  }

  private static List<ReservePromoCodeResponse> race(
      PromoCodeServiceBlockingStub stub, IntFunction<ReservePromoCodeRequest> wishes)
      throws InterruptedException, ExecutionException {
    return race(List.of(stub), wishes);
  }

  /** The answers to 32 checkouts, all at once, which take the stubs in turns. */
  static List<ReservePromoCodeResponse> race(
      List<PromoCodeServiceBlockingStub> stubs, IntFunction<ReservePromoCodeRequest> wishes)
      throws InterruptedException, ExecutionException {
    ExecutorService checkouts = Executors.newFixedThreadPool(CHECKOUTS);
    try {
      CountDownLatch together = new CountDownLatch(CHECKOUTS);
      List<Future<ReservePromoCodeResponse>> running = new ArrayList<>();
      for (int i = 0; i < CHECKOUTS; i++) {
        ReservePromoCodeRequest wish = wishes.apply(i);
        PromoCodeServiceBlockingStub stub = stubs.get(i % stubs.size());
        running.add(
            checkouts.submit(
                () -> {
                  together.countDown();
                  together.await();
                  return stub.reservePromoCode(wish);
                }));
      }
      List<ReservePromoCodeResponse> answers = new ArrayList<>();
      for (Future<ReservePromoCodeResponse> each : running) {
        answers.add(each.get());
      }
      return answers;
    } finally {
      checkouts.shutdownNow();
    }
  }
}
