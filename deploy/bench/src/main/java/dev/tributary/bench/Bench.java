package dev.tributary.bench;

import dev.tributary.bench.measure.AcknowledgedTouches;
import dev.tributary.bench.measure.Checkouts;
import dev.tributary.bench.measure.Conversions;
import dev.tributary.bench.measure.NoOpCalls;
import dev.tributary.bench.measure.OnH2;
import dev.tributary.bench.measure.Options;
import dev.tributary.bench.measure.Overload;
import dev.tributary.bench.measure.Rig;
import dev.tributary.bench.measure.SingleRowInserts;
import dev.tributary.bench.measure.StoreWriters;
import dev.tributary.bench.measure.Templates;
import dev.tributary.bench.measure.TwoProcesses;
import dev.tributary.bench.postgres.PostgresCluster;
import dev.tributary.bench.report.Bars;
import dev.tributary.bench.report.Figures;
import dev.tributary.bench.report.Report;
import dev.tributary.runtime.settings.HelpWanted;
import dev.tributary.runtime.settings.Settings;
import dev.tributary.runtime.settings.SettingsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The whole run: prepares, measures one thing after the other, reports. */
public final class Bench {
  private static final int EXIT_SETTINGS = 2;

  private Bench() {}

  /** Measures what the command line asks for; prints a table and writes JSON. */
  public static void main(String[] arguments) throws IOException {
    Path target = Path.of(System.getProperty("tributary.bench.target", "target"));
    Settings settings = Settings.of(System.getenv(), List.of(arguments));
    try {
      Options options = Options.from(settings, target);
      settings.finish();
      run(new Rig(options, new Figures()));
    } catch (HelpWanted help) {
      System.out.println(help.getMessage());
    } catch (SettingsException wrong) {
      System.err.println(wrong.getMessage());
      System.exit(EXIT_SETTINGS);
    }
  }

  private static void run(Rig rig) throws IOException {
    Map<String, String> conditions = Conditions.of(rig.options());
    if (rig.options().wants("a")) {
      NoOpCalls.measure(rig);
    }
    if (!rig.options().h2Only()) {
      onPostgres(rig, conditions);
    }
    if (rig.options().wants("g")) {
      OnH2.measure(rig);
    }
    Figures figures = rig.figures();
    Report report = new Report(conditions, figures.all(), Bars.of(figures, rig.options().rows()));
    System.out.print(report.table());
    Files.writeString(rig.options().out(), report.json());
    rig.say("figures of every round are in " + rig.options().out());
  }

  private static void onPostgres(Rig rig, Map<String, String> conditions) {
    Options options = rig.options();
    try (PostgresCluster cluster = PostgresCluster.start()) {
      conditions.put("PostgreSQL", cluster.version());
      Templates templates = Templates.create(rig, cluster);
      if (options.wants("b") || options.wants("c")) {
        StoreWriters.measure(rig, templates);
      }
      if (options.wants("d")) {
        SingleRowInserts.measure(rig, templates);
      }
      if (options.wants("e")) {
        AcknowledgedTouches.measure(rig, templates);
        TwoProcesses.measure(rig, templates);
      }
      if (options.wants("f")) {
        Conversions.measure(rig, templates);
      }
      if (options.wants("h")) {
        Checkouts.measure(rig, templates);
      }
      if (options.wants("overload")) {
        Overload.measure(rig, templates);
      }
    }
  }
}
