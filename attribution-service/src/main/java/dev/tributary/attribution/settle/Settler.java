package dev.tributary.attribution.settle;

import dev.tributary.runtime.database.Database;
import dev.tributary.runtime.feed.EntryTable;
import dev.tributary.runtime.feed.FeedItem;
import dev.tributary.runtime.feed.FeedSource;
import dev.tributary.runtime.feed.LocalSource;
import dev.tributary.runtime.feed.PageApplier;
import dev.tributary.runtime.feed.StoredEntry;
import dev.tributary.runtime.log.FeedLog;
import dev.tributary.runtime.log.Heads;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;

/**
 * Does everything that another row brings about: it follows the service's own feed in its own
 * database, and what follows from a page is one transaction with the cursor.
 *
 * <p>All steps look first and lock nothing. Heads are locked once, by one statement, only for the
 * shards that really change, so that writers wait for what is rare and nobody deadlocks.
 */
public final class Settler implements PageApplier<StoredEntry> {
  private final FeedLog log;
  private final List<SettlerStep> steps;

  /**
   * A settler of one log.
   *
   * @param log where what it decides is appended
   * @param steps what it does, in this order
   */
  public Settler(FeedLog log, List<SettlerStep> steps) {
    this.log = log;
    this.steps = List.copyOf(steps);
  }

  /** The service's own feed, with as much of each entry as the settler looks at. */
  public static FeedSource<StoredEntry> source(Database database, FeedLog log) {
    return new LocalSource(database, log, List.of(new EntryTable(), new TouchPlaces()));
  }

  @Override
  public void apply(Handle handle, List<FeedItem<StoredEntry>> items) {
    List<Settlement> due =
        steps.stream().map(step -> step.due(handle, items)).flatMap(Optional::stream).toList();
    if (due.isEmpty()) {
      return;
    }
    Set<Integer> shards = new TreeSet<>();
    due.forEach(each -> shards.addAll(each.shards()));
    Heads heads = log.lock(handle, shards);
    due.forEach(each -> each.write(handle, heads));
    heads.finish();
  }
}
