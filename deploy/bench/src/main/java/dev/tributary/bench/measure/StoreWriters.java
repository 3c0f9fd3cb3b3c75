package dev.tributary.bench.measure;

import dev.tributary.attribution.touch.TouchGroups;
import dev.tributary.bench.store.GroupWork;
import dev.tributary.bench.store.H2Stage;
import dev.tributary.bench.store.PlainCopy;
import dev.tributary.bench.store.PostgresStage;
import dev.tributary.bench.store.Stage;
import dev.tributary.bench.store.StoreRun;
import java.util.ArrayList;
import java.util.List;

/**
 * (b) the service's writer and (c) plain COPY, both without a server, in groups of 1,000. Each has
 * its own copy of the filled tables; their rounds take turns.
 */
public final class StoreWriters {
  private static final String WRITER = "store writer alone, groups of 1,000, ";
  private static final String COPY = "plain COPY of the same rows, groups of 1,000, ";

  private final Rig rig;
  private final List<Subject> subjects = new ArrayList<>();

  private StoreWriters(Rig rig) {
    this.rig = rig;
  }

  /** Measures what the options want of both, with one and with two writers. */
  public static void measure(Rig rig, Templates templates) {
    StoreWriters measurement = new StoreWriters(rig);
    try {
      for (int writers = 1; writers <= 2; writers++) {
        if (rig.options().wants("b")) {
          String id = "b.w" + writers;
          measurement.writer(id, WRITER + writers + " at a time", templates.filled(id), writers);
        }
        if (rig.options().wants("c")) {
          measurement.copy(templates, writers);
        }
      }
      measurement.warmUp();
      for (int round = 0; round < rig.options().rounds(); round++) {
        measurement.round();
        if (rig.options().wants("b")) {
          onEmpty(rig, templates);
        }
      }
    } finally {
      measurement.close();
    }
  }

  /** (g) The service's writer on H2, which takes one at a time. */
  static void measure(Rig rig, H2Stage filled) {
    StoreWriters measurement = new StoreWriters(rig);
    try {
      measurement.writer("g.b", WRITER + "H2", filled.copy(), 1);
      measurement.warmUp();
      for (int round = 0; round < rig.options().rounds(); round++) {
        measurement.round();
      }
    } finally {
      measurement.close();
    }
  }

  /** Always from empty: a second round on the same table would not be. */
  private static void onEmpty(Rig rig, Templates templates) {
    StoreWriters measurement = new StoreWriters(rig);
    try {
      measurement.writer(
          "b.empty", WRITER + "1 at a time, from an empty table", templates.empty("b.empty"), 1);
      measurement.round();
    } finally {
      measurement.close();
    }
  }

  private void writer(String id, String title, Stage stage, int writers) {
    long persons = rig.options().personsOfLoad();
    TouchGroups work = new TouchGroups(stage.config(), writers, persons);
    subjects.add(new Subject(id, title, stage, writers, work));
  }

  private void copy(Templates templates, int writers) {
    String id = "c.w" + writers;
    PostgresStage stage = templates.filled(id);
    PlainCopy work = new PlainCopy(stage, writers, rig.options().personsOfLoad());
    subjects.add(new Subject(id, COPY + writers + " at a time", stage, writers, work));
  }

  private void warmUp() {
    subjects.forEach(subject -> subject.run(rig.options().warmUpSeconds()));
  }

  private void round() {
    for (Subject subject : subjects) {
      StoreRun run = subject.run(rig.options().seconds());
      rig.figures().add(subject.id, subject.title, "touches/s", run.touchesPerSecond());
      rig.figures().add(subject.id + ".p50", subject.title + ": p50", "ms", run.p50Millis());
      rig.figures().add(subject.id + ".p99", subject.title + ": p99", "ms", run.p99Millis());
      rig.say(
          "%s: %,.0f touches/s, p50 %.1f ms, p99 %.1f ms"
              .formatted(subject.id, run.touchesPerSecond(), run.p50Millis(), run.p99Millis()));
    }
  }

  private void close() {
    subjects.forEach(
        subject -> {
          subject.work.close();
          subject.stage.close();
        });
  }

  /** One writer on its database. */
  private record Subject(String id, String title, Stage stage, int writers, GroupWork<?> work) {
    /** Runs, and compares what was acknowledged with the rows that are there afterwards. */
    StoreRun run(double seconds) {
      long before = work.rows();
      StoreRun run = StoreRun.of(work, writers, seconds);
      Counts.check("rows of " + id, run.rows(), work.rows() - before);
      return run;
    }
  }
}
