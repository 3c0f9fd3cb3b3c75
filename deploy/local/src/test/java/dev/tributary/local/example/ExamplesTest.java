package dev.tributary.local.example;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.local.suite.Access;
import dev.tributary.local.suite.LocalSuite;
import dev.tributary.local.suite.Ports;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The examples that users copy: there is one for each RPC, and each does what it says. */
class ExamplesTest {
  @TempDir Path directory;

  @Test
  void every_rpc_has_an_example() {
    assertThat(Example.all().stream().map(Example::rpc).toList())
        .containsExactlyInAnyOrderElementsOf(Contracts.methods().keySet());
  }

  @Test
  void every_example_is_answered_as_it_says() {
    try (LocalSuite.Started suite =
            LocalSuite.start(directory, Ports.from(0), Access.open(), Clock.systemUTC());
        ExampleRun run = new ExampleRun(suite.targets(), Optional.empty())) {
      for (Example example : Example.all()) {
        assertThat(Example.missing(example.expect(), run.call(example), ""))
            .as(example.name())
            .isEmpty();
      }
    }
  }
}
