package dev.tributary.local.example;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import dev.tributary.local.suite.Access;
import dev.tributary.local.suite.LocalSuite;
import dev.tributary.local.suite.Ports;
import dev.tributary.runtime.settings.Secret;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every RPC, found by descriptors, called with the key of another workspace. */
class WorkspaceIsolationTest {
  /** In every name, caption and title of the examples, and in no id. */
  private static final String MARK = "Zebra";

  /** The catalogues of KPIs and of goals are the same for everybody. */
  private static final Set<String> COMMON =
      Set.of(
          "tributary.metrics.v1.KpiService/ListKpis",
          "tributary.attribution.v1.ConversionService/ListConversionTypes");

  @TempDir Path directory;

  @Test
  void another_workspace_sees_and_changes_nothing() throws IOException {
    Path keys = directory.resolve("keys");
    Files.write(
        keys,
        List.of(
            keyLine("of-a", "a", "read,write,feed"),
            keyLine("of-b", "b", "read,write"),
            keyLine("of-metrics", "a", "feed")));
    Access access = new Access(Optional.of(keys), Optional.of("of-metrics"));
    try (LocalSuite.Started suite =
            LocalSuite.start(directory, Ports.from(0), access, Clock.systemUTC());
        ExampleRun ours = new ExampleRun(suite.targets(), Optional.of(new Secret("of-a")));
        ExampleRun theirs = new ExampleRun(suite.targets(), Optional.of(new Secret("of-b")))) {
      Example.all().forEach(ours::call);
      theirs.adopt(ours);
      Map<String, JsonElement> before = reads(ours);

      Example.all().stream()
          .filter(WorkspaceIsolationTest::reads)
          .forEach(example -> requireNothingOfOurs(example, theirs));
      // Their writes come last: what they then read under the same ids is their own.
      Example.all().stream()
          .filter(example -> !reads(example))
          .forEach(example -> callAsAnother(example, theirs));

      assertThat(reads(ours)).isEqualTo(before);
    }
  }

  private static void requireNothingOfOurs(Example example, ExampleRun theirs) {
    if (!COMMON.contains(example.rpc())) {
      assertThat(callAsAnother(example, theirs)).as(example.name()).doesNotContain(MARK);
    }
  }

  /** The answer as text; a refusal must be that there is no such thing, or no such right. */
  private static String callAsAnother(Example example, ExampleRun theirs) {
    try {
      return theirs.call(example).toString();
    } catch (StatusRuntimeException refused) {
      assertThat(refused.getStatus().getCode())
          .as(example.name() + ": " + refused.getStatus())
          .isIn(Status.Code.NOT_FOUND, Status.Code.PERMISSION_DENIED);
      return "";
    }
  }

  private static boolean reads(Example example) {
    return Contracts.reads(Contracts.methods().get(example.rpc()));
  }

  private static Map<String, JsonElement> reads(ExampleRun run) {
    Map<String, JsonElement> answers = new TreeMap<>();
    for (Example example : Example.all()) {
      boolean feed = example.rpc().endsWith("/Follow");
      if (!feed && reads(example)) {
        JsonElement answer = run.call(example);
        // How far the feeds were followed moves on with every workspace's writes.
        answer.getAsJsonObject().remove("as_of");
        answers.put(example.name(), answer);
      }
    }
    return answers;
  }

  private static String keyLine(String key, String workspace, String scopes) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash) + " " + workspace + " " + scopes;
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
