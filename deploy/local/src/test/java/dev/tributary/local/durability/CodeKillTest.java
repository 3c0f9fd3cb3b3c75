package dev.tributary.local.durability;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.attribution.v1.CodeLimits;
import dev.tributary.attribution.v1.ConversionServiceGrpc;
import dev.tributary.attribution.v1.CreatePromoCodesRequest;
import dev.tributary.attribution.v1.GetConversionRequest;
import dev.tributary.attribution.v1.Owner;
import dev.tributary.attribution.v1.PromoCode;
import dev.tributary.attribution.v1.PromoCodeServiceGrpc;
import dev.tributary.local.suite.ServiceProcess;
import dev.tributary.runtime.database.DatabaseConfig;
import dev.tributary.runtime.testing.TestDatabases;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/**
 * 64 clients race for one code through two processes on one PostgreSQL, of which one is killed with
 * kill -9 in the middle, while holds expire and orders are being recorded. The limits hold at every
 * moment; who was promised a use has it; and every order is credited, those beyond flagged.
 */
class CodeKillTest {
  private static final int ORDERS = 1_500;
  private static final int USES = 1_000;
  private static final int USES_OF_ONE = 20;

  private final DatabaseConfig config = TestDatabases.POSTGRES.fresh();

  @Test
  void limits_hold_at_every_moment_and_no_use_is_lost_when_one_of_two_is_killed() throws Exception {
    Checkouts checkouts = new Checkouts(ORDERS);
    try (ServiceProcess dying = Services.attribution(Store.on(config));
        ServiceProcess living = Services.attribution(Store.on(config));
        Client first = new Client(dying.target());
        Client second = new Client(living.target());
        CodeTables tables = new CodeTables(config)) {
      create(second);
      AtomicBoolean racing = new AtomicBoolean(true);
      CompletableFuture<Integer> watched =
          CompletableFuture.supplyAsync(() -> watch(tables, racing));
      CompletableFuture<Void> sent =
          CompletableFuture.runAsync(() -> send(checkouts, first, second));
      CompletableFuture.anyOf(checkouts.halfway(), sent).get(60, SECONDS);
      dying.kill();
      sent.get(60, SECONDS);
      awaitSettled(second, tables);
      racing.set(false);

      assertThat(watched.get(10, SECONDS)).as("looks at the counters").isGreaterThan(100);
      assertThat(checkouts.faults()).as("calls cut off by the kill").isPositive();
      requireAccountedFor(checkouts, tables);
      requireRest(checkouts, second, tables);
    }
  }

  /** Every recorded order has one use or one flag, and who was promised a use has it. */
  private static void requireAccountedFor(Checkouts checkouts, CodeTables tables) {
    Set<String> used = tables.orders("USED");
    Set<String> overLimit = tables.orders("OVER_LIMIT");
    Set<String> all = new TreeSet<>(used);
    all.addAll(overLimit);
    assertThat(all).isEqualTo(checkouts.recorded());
    assertThat(used).hasSize((int) tables.counted("used")).containsAll(checkouts.promised());
    assertThat(overLimit).isNotEmpty().isEqualTo(tables.flagged());
    assertThat(overLimit).hasSize((int) tables.counted("over_limit"));
    assertThat(tables.orders("EXPIRED")).doesNotContainAnyElementsOf(all);
    assertThat(tables.miscounted()).isZero();
  }

  /** What holds had that came to nothing is free again: exactly the rest, and not one more. */
  private static void requireRest(Checkouts checkouts, Client client, CodeTables tables) {
    long rest = USES - tables.taken();
    int more = ORDERS;
    while (checkouts.reserve(client.channel(), more)) {
      more++;
    }
    assertThat(more - ORDERS).isEqualTo((int) rest);
    assertThat(tables.taken()).isEqualTo(USES);
  }

  /** Looks at the counters again and again; answers how often. */
  private static int watch(CodeTables tables, AtomicBoolean racing) {
    int looks = 0;
    while (racing.get()) {
      assertThat(tables.taken()).isLessThanOrEqualTo(USES);
      assertThat(tables.takenByOne()).isLessThanOrEqualTo(USES_OF_ONE);
      looks++;
    }
    return looks;
  }

  private static void send(Checkouts checkouts, Client first, Client second) {
    try {
      checkouts.send(List.of(first, second));
    } catch (Exception fault) {
      throw new CompletionException(fault);
    }
  }

  /** Returns when the settler has seen all orders and no hold is left. */
  private static void awaitSettled(Client client, CodeTables tables) {
    var unused =
        ConversionServiceGrpc.newBlockingStub(client.channel())
            .withDeadlineAfter(30, SECONDS)
            .getConversion(
                GetConversionRequest.newBuilder()
                    .setOrderId("order-1")
                    .addAtLeast(Feeds.attribution(client.channel()).position())
                    .build());
    long deadline = System.nanoTime() + SECONDS.toNanos(20);
    while (tables.counted("held") > 0) {
      assertThat(System.nanoTime()).as("held too long").isLessThan(deadline);
    }
  }

  private static void create(Client client) {
    PromoCode code =
        PromoCode.newBuilder()
            .setCodeId("hot")
            .setCode("HOT")
            .setOwner(
                Owner.newBuilder()
                    .setCollaborationId("spring-anna")
                    .setCreatorId("anna")
                    .setCampaignId("spring"))
            .setLimits(CodeLimits.newBuilder().setMaxUses(USES).setMaxUsesPerCustomer(USES_OF_ONE))
            .build();
    var results =
        PromoCodeServiceGrpc.newBlockingStub(client.channel())
            .createPromoCodes(CreatePromoCodesRequest.newBuilder().addPromoCodes(code).build())
            .getResultsList();
    assertThat(results).noneMatch(verdict -> verdict.hasRejection());
  }
}
