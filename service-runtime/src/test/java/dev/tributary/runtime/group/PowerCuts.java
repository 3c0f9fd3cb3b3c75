package dev.tributary.runtime.group;

import dev.tributary.runtime.database.UnforcedFiles;
import dev.tributary.runtime.testing.Seeds;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * Takes power cuts of a database at random steps of its disk. The database lives on with what it
 * had not forced, so each cut is one that could have been the only one.
 */
final class PowerCuts {
  /** A commit is some five steps, so that cuts fall on every part of one, and groups differ. */
  private static final int STEPS_BETWEEN_MAX = 40;

  private final Path database;
  private final Supplier<Set<String>> acknowledged;
  private final RandomGenerator random;
  private final int wanted;
  private final List<PowerCut> cuts = new ArrayList<>();
  private final CompletableFuture<List<PowerCut>> taken = new CompletableFuture<>();
  private int stepsLeft;

  /**
   * Cuts that are not taken yet.
   *
   * @param database the live file, without its ending
   * @param acknowledged what callers were told so far
   */
  PowerCuts(Path database, Supplier<Set<String>> acknowledged, int wanted, long seed) {
    this.database = database;
    this.acknowledged = acknowledged;
    this.wanted = wanted;
    this.random = Seeds.random(seed);
    this.stepsLeft = random.nextInt(STEPS_BETWEEN_MAX);
  }

  /** Starts; the future completes when as many cuts are taken as are wanted. */
  CompletableFuture<List<PowerCut>> start() {
    UnforcedFiles.atEachStep(this::step);
    return taken;
  }

  private synchronized void step() {
    if (taken.isDone() || stepsLeft-- > 0) {
      return;
    }
    stepsLeft = random.nextInt(STEPS_BETWEEN_MAX);
    try {
      cuts.add(cut());
    } catch (IOException failed) {
      taken.completeExceptionally(failed);
      throw new UncheckedIOException(failed);
    }
    if (cuts.size() == wanted) {
      taken.complete(List.copyOf(cuts));
    }
  }

  /** Who is told something later than this line has no part in the cut. */
  private PowerCut cut() throws IOException {
    Set<String> told = acknowledged.get();
    Path copy = database.resolveSibling("cut-" + cuts.size());
    UnforcedFiles.copy(withEnding(database), withEnding(copy));
    return new PowerCut(copy, told);
  }

  private static Path withEnding(Path file) {
    return file.resolveSibling(file.getFileName() + ".mv.db");
  }
}
