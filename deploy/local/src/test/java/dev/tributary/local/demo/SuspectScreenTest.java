package dev.tributary.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.attribution.v1.Conversion;
import dev.tributary.attribution.v1.Touch;
import dev.tributary.local.client.Peers;
import dev.tributary.local.demo.world.DemoWorld;
import dev.tributary.local.suite.Access;
import dev.tributary.local.suite.LocalSuite;
import dev.tributary.local.suite.Ports;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demo's two codes without touches, of which one has leaked. */
class SuspectScreenTest {
  @TempDir Path directory;

  @Test
  void the_leaked_code_is_suspect_and_the_spoken_one_is_not() {
    DemoWorld world = usesOfCodes(DemoWorld.of(1, 1, Clock.systemUTC().instant()));
    ByteArrayOutputStream screen = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(screen, true, StandardCharsets.UTF_8);
    try (LocalSuite.Started suite =
            LocalSuite.start(directory, Ports.from(0), Access.open(), Clock.systemUTC());
        Peers peers = new Peers(suite.targets(), Optional.empty())) {
      BatchSender batches = new BatchSender(out, false);
      new WorldSender(peers, batches).sendSales(world);
      screen.reset();
      new SuspectScreen(peers).print(world, batches.sent().positions(), out);
    }
    assertThat(screen.toString(StandardCharsets.UTF_8))
        .containsPattern("SUSPECT  ·  code VERA10, score [5-9][0-9] of 100  ·  recommended: [a-z]")
        // Nine of ten uses on the average; how many of some 80 changes with the day of the demo.
        .containsPattern(" of 30  coupon referrer +([7-9][0-9]|100)")
        .containsPattern(" of 20  no touch +([7-9][0-9]|100)")
        .containsPattern(" of 15  foreign region +([7-9][0-9]|100)")
        .containsPattern("and not   code CEM10, spoken in a podcast, score [0-9]: ")
        .containsOnlyOnce("SUSPECT");
  }

  /** Orders with a code, and the touches of those who placed them. */
  private static DemoWorld usesOfCodes(DemoWorld world) {
    List<Conversion> orders =
        world.conversions().stream().filter(order -> order.getCodesCount() > 0).toList();
    Set<String> visitors =
        orders.stream().map(Conversion::getVisitorId).collect(Collectors.toSet());
    List<Touch> touches =
        world.touches().stream().filter(it -> visitors.contains(it.getVisitorId())).toList();
    return new DemoWorld(
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
        touches,
        orders,
        List.of(),
        List.of(),
        List.of(),
        world.export());
  }
}
