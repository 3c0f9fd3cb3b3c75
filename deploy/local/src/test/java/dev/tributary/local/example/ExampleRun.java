package dev.tributary.local.example;

import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import dev.tributary.local.client.Targets;
import dev.tributary.runtime.server.Channels;
import dev.tributary.runtime.settings.Secret;
import io.grpc.ManagedChannel;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Calls examples against a suite with one credential, keeping variables between them. */
final class ExampleRun implements AutoCloseable {
  private final Map<String, ManagedChannel> channels = new HashMap<>();
  private final Map<String, String> variables = new HashMap<>();

  ExampleRun(Targets targets, Optional<Secret> key) {
    channels.put("ingestion", Channels.open(targets.ingestion(), key));
    channels.put("attribution", Channels.open(targets.attribution(), key));
    channels.put("metrics", Channels.open(targets.metrics(), key));
    channels.put("reporting", Channels.open(targets.reporting(), key));
  }

  /** Calls the example and answers the first message. */
  JsonElement call(Example example) {
    String area = example.rpc().split("\\.", 3)[1];
    String answer =
        DynamicClient.call(
            channels.get(area),
            Contracts.methods().get(example.rpc()),
            example.requests(variables));
    JsonElement json = JsonParser.parseString(answer);
    example
        .take()
        .forEach(
            (variable, field) ->
                variables.put(variable, json.getAsJsonObject().get(field).getAsString()));
    return json;
  }

  /** Variables for another run. */
  void adopt(ExampleRun other) {
    variables.putAll(other.variables);
  }

  @Override
  public void close() {
    channels.values().forEach(ManagedChannel::shutdownNow);
  }
}
