package dev.tributary.runtime.server;

import dev.tributary.runtime.settings.Settings;
import dev.tributary.runtime.settings.SettingsException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * How a server listens and how much it takes on. A server without API keys listens on loopback
 * only.
 *
 * @param host address to listen on
 * @param port port to listen on; 0 takes a free one
 * @param keys which credentials open it
 * @param callThreads threads for handlers; the database pool's size and a few more is right
 * @param inFlightMax calls and streams at the same time; more are refused with QUEUE_FULL
 * @param deadlineDefault deadline of a call that brings none, server streams excepted
 * @param drain how long the server goes on after its health says NOT_SERVING, so that balancers
 *     notice
 * @param grace how long calls in flight may take to end after that
 * @param reflection whether clients may ask for the contracts
 */
public record ServerConfig(
    String host,
    int port,
    ApiKeys keys,
    int callThreads,
    int inFlightMax,
    Duration deadlineDefault,
    Duration drain,
    Duration grace,
    boolean reflection) {
  private static final String LOOPBACK = "127.0.0.1";
  private static final String EVERYWHERE = "0.0.0.0";
  private static final Set<String> LOOPBACKS = Set.of(LOOPBACK, "localhost", "::1");
  private static final int CALL_THREADS = 14;
  private static final int IN_FLIGHT_MAX = 256;
  private static final Duration DEADLINE = Duration.ofSeconds(10);
  private static final Duration DRAIN = Duration.ofSeconds(5);
  private static final Duration GRACE = Duration.ofSeconds(10);

  /** Refuses a server that strangers could reach without a key. */
  public ServerConfig {
    if (keys.isOpen() && !LOOPBACKS.contains(host)) {
      throw new IllegalArgumentException(
          "host: " + host + " (expected: " + LOOPBACK + " without API keys)");
    }
  }

  /**
   * Defaults on loopback without keys, for one machine and for tests; nobody balances it, so it
   * does not drain.
   */
  public static ServerConfig local(int port) {
    return new ServerConfig(
        LOOPBACK,
        port,
        ApiKeys.open(),
        CALL_THREADS,
        IN_FLIGHT_MAX,
        DEADLINE,
        Duration.ZERO,
        GRACE,
        true);
  }

  /** The same server opened by keys. */
  public ServerConfig withKeys(ApiKeys newKeys) {
    return new ServerConfig(
        host, port, newKeys, callThreads, inFlightMax, deadlineDefault, drain, grace, reflection);
  }

  /** Reads the server's settings; what is wrong with them shows when the settings are finished. */
  public static ServerConfig from(Settings settings, int defaultPort) {
    ApiKeys keys = keys(settings);
    return new ServerConfig(
        host(settings, keys),
        settings.integer("port", defaultPort, 0, 65535, "Port to listen on; 0 takes a free one."),
        keys,
        settings.integer("call-threads", CALL_THREADS, 1, 1000, "Threads that handle calls."),
        settings.integer("in-flight-max", IN_FLIGHT_MAX, 1, 100_000, "Calls at the same time."),
        settings.duration("deadline-default", DEADLINE, "Deadline of calls that bring none."),
        settings.duration(
            "drain",
            keys.isOpen() ? Duration.ZERO : DRAIN,
            "Time between saying NOT_SERVING and stopping; 5s by default with API keys."),
        settings.duration("grace", GRACE, "Time for calls in flight to end when stopping."),
        settings.flag("reflection", true, "Whether clients may ask for the contracts."));
  }

  private static ApiKeys keys(Settings settings) {
    Optional<Path> file =
        settings.optionalPath(
            "api-keys", "File of API keys; without it only this machine may call.");
    if (file.isEmpty()) {
      return ApiKeys.open();
    }
    try {
      return ApiKeys.read(file.get());
    } catch (SettingsException wrong) {
      wrong.problems().forEach(problem -> settings.problem("api-keys", problem));
    } catch (IOException unreadable) {
      settings.problem("api-keys", unreadable + " (expected: a readable file)");
    }
    return ApiKeys.open();
  }

  private static String host(Settings settings, ApiKeys keys) {
    String standard = keys.isOpen() ? LOOPBACK : EVERYWHERE;
    String host = settings.text("host", standard, "Address to listen on; needs API keys.");
    if (keys.isOpen() && !LOOPBACKS.contains(host)) {
      settings.problem("host", host + " (expected: " + LOOPBACK + ", or API keys with --api-keys)");
      return LOOPBACK;
    }
    return host;
  }
}
