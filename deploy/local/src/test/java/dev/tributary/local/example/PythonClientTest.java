package dev.tributary.local.example;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.local.client.Targets;
import dev.tributary.local.suite.Access;
import dev.tributary.local.suite.LocalSuite;
import dev.tributary.local.suite.Ports;
import dev.tributary.local.testing.Tool;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A client in another language, made by plain protoc, calls every RPC. */
class PythonClientTest {
  private static final Path PYTHON_FOLDER = Path.of("..", "clients", "python");

  @TempDir Path directory;

  @Test
  void a_python_client_made_by_plain_protoc_calls_every_rpc()
      throws IOException, InterruptedException {
    Tool.require("protoc", "protoc", "--version");
    Tool.require("grpc_python_plugin", "which", "grpc_python_plugin");
    Tool.require("Python with grpc", "/usr/bin/python3", "-c", "import grpc");
    Path stubs = directory.resolve("stubs");
    Tool.Result generated =
        Tool.run(List.of("sh", PYTHON_FOLDER.resolve("generate.sh").toString(), stubs.toString()));
    assertThat(generated.exitCode()).as(generated.output()).isZero();

    try (LocalSuite.Started suite =
        LocalSuite.start(
            directory.resolve("data"), Ports.from(0), Access.open(), Clock.systemUTC())) {
      Targets targets = suite.targets();
      Tool.Result run =
          Tool.run(
              List.of(
                  "/usr/bin/python3",
                  PYTHON_FOLDER.resolve("run_examples.py").toString(),
                  stubs.toString(),
                  Example.directory().toString(),
                  targets.ingestion(),
                  targets.metrics(),
                  targets.attribution(),
                  targets.reporting()));
      assertThat(run.exitCode()).as(run.output()).isZero();
      assertThat(run.output().lines().filter(line -> line.startsWith("ok")).count())
          .isEqualTo(Contracts.methods().size());
    }
  }
}
