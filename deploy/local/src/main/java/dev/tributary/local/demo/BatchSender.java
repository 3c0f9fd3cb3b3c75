package dev.tributary.local.demo;

import com.google.common.collect.Lists;
import dev.tributary.local.client.WritePositions;
import dev.tributary.local.output.ProgressBar;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** Sends batches one after the other. */
final class BatchSender implements Batches {
  private static final int BATCH_SIZE = 500;

  private final PrintStream out;
  private final boolean terminal;
  private final List<Sent.Line> lines = new ArrayList<>();
  private final WritePositions positions = new WritePositions();

  BatchSender(PrintStream out, boolean terminal) {
    this.out = out;
    this.terminal = terminal;
  }

  @Override
  public <T> void send(String label, List<T> items, Function<List<T>, Answer> call) {
    if (items.isEmpty()) {
      return;
    }
    ProgressBar bar = new ProgressBar(out, terminal, label, items.size());
    long start = System.nanoTime();
    int done = 0;
    for (List<T> batch : Lists.partition(items, BATCH_SIZE)) {
      Answer answer = call.apply(batch);
      answer.requireTaken(label);
      done += batch.size();
      bar.show(done);
      positions.keep(answer.position());
    }
    Sent.Line line = new Sent.Line(label, done, Duration.ofNanos(System.nanoTime() - start));
    lines.add(line);
    bar.end(done, String.format(Locale.ROOT, "%,8.0f/s", line.perSecond()));
  }

  @Override
  public Sent sent() {
    return new Sent(List.copyOf(lines), positions);
  }
}
