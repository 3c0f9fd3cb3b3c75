package dev.tributary.bench.load;

import com.google.gson.Gson;
import io.grpc.ManagedChannel;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The client as a process of its own: reads one {@link Load} per line as JSON, runs it, and writes
 * its {@link Outcome} as a line. Channels and compiled code stay warm between loads. Ends when its
 * input ends, so it never outlives who started it.
 */
public final class LoadClient {
  /** Written first, when loads can be sent. */
  public static final String READY = "load client is ready";

  /** One connection is served by one network thread at both ends; two use both cores. */
  private static final int CHANNELS_PER_TARGET = 2;

  private final Map<String, List<ManagedChannel>> channels = new HashMap<>();
  private final AtomicLong seeds = new AtomicLong(System.nanoTime());
  private final Map<String, ThreadLocal<Payload>> payloads = new HashMap<>();

  private LoadClient() {}

  /** Serves loads until the input ends. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    LoadClient client = new LoadClient();
    Gson gson = new Gson();
    System.out.println(READY);
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      System.out.println(gson.toJson(client.run(gson.fromJson(line, Load.class))));
    }
    client.close();
  }

  private Outcome run(Load load) throws InterruptedException {
    List<ManagedChannel> open = new ArrayList<>();
    for (int i = 0; i < CHANNELS_PER_TARGET; i++) {
      for (String target : load.targets()) {
        open.add(channelsTo(target).get(i));
      }
    }
    return new LoadRun(load, open, payloads(load)).run();
  }

  /** Payloads live as long as the process: a resend may be of a touch of an earlier load. */
  private ThreadLocal<Payload> payloads(Load load) {
    return payloads.computeIfAbsent(
        load.payload() + " " + load.targets() + " " + load.persons(),
        key -> ThreadLocal.withInitial(() -> payload(load)));
  }

  private Payload payload(Load load) {
    long seed = seeds.incrementAndGet();
    return switch (load.payload()) {
      case TOUCHES -> new TouchCalls(new Touches(load.persons(), seed));
      case CONVERSIONS -> new ConversionCalls(load.persons(), seed);
      case CHECKOUTS -> new CheckoutCalls(load.persons(), seed);
    };
  }

  private List<ManagedChannel> channelsTo(String target) {
    return channels.computeIfAbsent(
        target,
        to -> {
          List<ManagedChannel> opened = new ArrayList<>();
          for (int i = 0; i < CHANNELS_PER_TARGET; i++) {
            opened.add(open(to));
          }
          return opened;
        });
  }

  private static ManagedChannel open(String target) {
    return NettyChannelBuilder.forTarget(target)
        .usePlaintext()
        .directExecutor()
        .disableRetry()
        .build();
  }

  private void close() {
    channels.values().forEach(all -> all.forEach(ManagedChannel::shutdownNow));
  }
}
