package dev.tributary.attribution.touch;

import dev.tributary.bench.load.Touches;
import dev.tributary.bench.process.ServiceProcess;
import dev.tributary.bench.store.GroupWork;
import dev.tributary.runtime.api.Rejected;
import dev.tributary.runtime.database.Database;
import dev.tributary.runtime.database.DatabaseConfig;
import dev.tributary.runtime.group.FactWork;
import dev.tributary.runtime.group.GroupConfig;
import dev.tributary.runtime.group.GroupWriter;
import dev.tributary.runtime.group.Written;
import dev.tributary.runtime.identity.PersonHasher;
import dev.tributary.runtime.log.FeedLog;
import dev.tributary.runtime.settings.Secret;
import dev.tributary.type.v1.VerdictStatus;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * (b) The service's own writer of touches without a server around it: parsed touches in, committed
 * rows out. Stands in the writer's package, whose records are nobody else's business.
 */
public final class TouchGroups implements GroupWork<List<IncomingTouch>> {
  private static final String WORKSPACE = "default";
  private static final int TOUCH_BYTES = 200;

  private final Clock clock = Clock.systemUTC();
  private final PersonHasher hasher =
      PersonHasher.open(Optional.of(new Secret(ServiceProcess.ID_KEY)), Path.of("unused"), false);
  private final FeedLog log = new FeedLog("attribution", clock);
  private final Database database;
  private final GroupWriter<IncomingTouch, Written> writer;
  private final List<Touches> sources;

  /** Writers on a database whose tables are there. */
  public TouchGroups(DatabaseConfig config, int writers, long persons) {
    GroupConfig standard = GroupConfig.standard(config);
    // The folders of AttributionApp: a database that has more migrations than are named is refused.
    this.database = Database.open(config, "db/log", "db/follower", "db/attribution");
    this.writer =
        GroupWriter.start(
            "touches",
            new GroupConfig(writers, standard.itemsMax(), standard.bytesMax()),
            database,
            log,
            new FactWork<>(new TouchStore()),
            () -> {});
    this.sources =
        IntStream.range(0, writers).mapToObj(number -> new Touches(persons, number)).toList();
  }

  @Override
  public List<IncomingTouch> prepare(int number) {
    List<IncomingTouch> group = new ArrayList<>(GROUP);
    while (group.size() < GROUP) {
      IncomingTouch touch = parse(sources.get(number).next());
      if (touch.shard() % sources.size() == number) {
        group.add(touch);
      }
    }
    return group;
  }

  @Override
  public int write(int number, List<IncomingTouch> group) {
    return (int)
        writer.submit(WORKSPACE, group, (long) GROUP * TOUCH_BYTES).join().results().stream()
            .filter(TouchGroups::isRecorded)
            .count();
  }

  @Override
  public long rows() {
    return database.read(log::head).sequences().values().stream().mapToLong(Long::longValue).sum();
  }

  @Override
  public void close() {
    writer.close();
    database.close();
  }

  private static boolean isRecorded(Written written) {
    return written.verdict().getStatus() == VerdictStatus.VERDICT_STATUS_RECORDED;
  }

  private IncomingTouch parse(dev.tributary.attribution.v1.Touch touch) {
    try {
      return IncomingTouch.of(
          WORKSPACE, TouchProtos.parse(touch, WORKSPACE, hasher, clock.instant()));
    } catch (Rejected refused) {
      throw new IllegalStateException(refused);
    }
  }
}
