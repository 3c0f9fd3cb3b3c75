package dev.tributary.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.attribution.v1.Refund;
import dev.tributary.local.client.Peers;
import dev.tributary.local.client.WritePositions;
import dev.tributary.local.demo.world.DemoWorld;
import dev.tributary.local.suite.Access;
import dev.tributary.local.suite.LocalSuite;
import dev.tributary.local.suite.Ports;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A seeded stream with disorder, duplicates and restarts. At rest every figure is what the events
 * say, and sending all of it once more changes nothing.
 */
class SimulationTest {
  private static final double SCALE = 0.03;

  @TempDir Path directory;

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {3, 4})
  void disorder_duplicates_and_restarts_change_no_figure(long seed) {
    DemoWorld world = disordered(DemoWorld.of(seed, SCALE, Clock.systemUTC().instant()), seed);
    PlainMaps expected = new PlainMaps(world);

    withSuite((peers, sender) -> sender.sendSeen(world));
    withSuite(
        (peers, sender) -> {
          sender.sendSeen(world);
          sender.sendSales(world);
        });
    withSuite(
        (peers, sender) -> {
          sender.sendSales(world);
          sender.sendSeen(world);
          sender.positions().awaitApplied(peers);
          DemoRecomputationTest.requireFigures(peers, expected);
        });
    withSuite((peers, sender) -> DemoRecomputationTest.requireFigures(peers, expected));
  }

  /** Refunds before their orders, orders and touches in any order. */
  private static DemoWorld disordered(DemoWorld world, long seed) {
    Random random = new Random(seed);
    List<Refund> refunds = new ArrayList<>(world.refundsFirst());
    refunds.addAll(world.refunds());
    DemoWorld disordered =
        new DemoWorld(
            world.salesCampaignId(),
            world.awarenessCampaignId(),
            world.campaigns(),
            world.creators(),
            world.collaborations(),
            world.posts(),
            world.observations(),
            world.storefronts(),
            world.codes(),
            world.links(),
            shuffled(world.touches(), random),
            shuffled(world.conversions(), random),
            world.amendments(),
            shuffled(refunds, random),
            List.of(),
            world.export());
    assertThat(disordered.conversions()).isNotEqualTo(world.conversions());
    return disordered;
  }

  private static <T> List<T> shuffled(List<T> items, Random random) {
    List<T> copy = new ArrayList<>(items);
    Collections.shuffle(copy, random);
    return copy;
  }

  private void withSuite(Life life) {
    try (LocalSuite.Started suite =
            LocalSuite.start(directory, Ports.from(0), Access.open(), Clock.systemUTC());
        Peers peers = new Peers(suite.targets(), Optional.empty())) {
      PrintStream nowhere =
          new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
      BatchSender batches = new BatchSender(nowhere, false);
      life.live(peers, new Sender(new WorldSender(peers, batches), batches));
    }
  }

  /** What happens between a start and a stop. */
  private interface Life {
    void live(Peers peers, Sender sender);
  }

  private record Sender(WorldSender world, BatchSender batches) {
    void sendSeen(DemoWorld all) {
      world.sendSeen(all);
    }

    void sendSales(DemoWorld all) {
      world.sendSales(all);
    }

    WritePositions positions() {
      return batches.sent().positions();
    }
  }
}
