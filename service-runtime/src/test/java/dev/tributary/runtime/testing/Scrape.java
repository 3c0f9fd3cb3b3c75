package dev.tributary.runtime.testing;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Reads a process's measurements as Prometheus does. */
public final class Scrape {
  private static final Duration WAIT_MAX = Duration.ofSeconds(60);

  private Scrape() {}

  /** A port that was free a moment ago. */
  public static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  /** The first page that contains the text, or the last one read when it does not come in time. */
  public static String until(int port, String text) throws IOException, InterruptedException {
    long start = System.nanoTime();
    String page = read(port);
    while (!page.contains(text) && System.nanoTime() - start < WAIT_MAX.toNanos()) {
      page = read(port);
    }
    return page;
  }

  private static String read(int port) throws IOException, InterruptedException {
    URI metrics = URI.create("http://127.0.0.1:" + port + "/metrics");
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(metrics).build(), HttpResponse.BodyHandlers.ofString())
        .body();
  }
}
