package dev.tributary.attribution.touch;

import dev.tributary.attribution.batch.Admission;
import dev.tributary.attribution.batch.Recording;
import dev.tributary.runtime.database.Database;
import dev.tributary.runtime.log.FeedLog;
import dev.tributary.runtime.log.Heads;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** Writes touches, a batch in one transaction. When it answers, they are on disk. */
public final class TouchLog {
  private final Database database;
  private final FeedLog log;
  private final Runnable committed;
  private final TouchStore store = new TouchStore();

  /**
   * A writer of one database.
   *
   * @param committed is told after every write that the feed has grown
   */
  public TouchLog(Database database, FeedLog log, Runnable committed) {
    this.database = database;
    this.log = log;
    this.committed = committed;
  }

  /** Records what is new; answers the rest as before. */
  Recording record(String workspace, List<NewTouch> touches) {
    if (touches.isEmpty()) {
      return Recording.none(log.feedName());
    }
    Recording recording = database.write(handle -> record(handle, workspace, touches));
    committed.run();
    return recording;
  }

  private Recording record(Handle handle, String workspace, List<NewTouch> touches) {
    Heads heads = log.lock(handle, touches.stream().map(touch -> touch.shard(workspace)).toList());
    Admission<TouchKey, NewTouch> admission =
        Admission.of(
            touches, NewTouch::key, NewTouch::content, recorded(handle, workspace, touches));
    store.insert(
        handle,
        workspace,
        admission.fresh().stream().map(touch -> place(heads, workspace, touch)).toList());
    return Recording.of(admission.verdicts(), heads.finish(), admission.resent());
  }

  private Map<TouchKey, RecordedTouch> recorded(
      Handle handle, String workspace, List<NewTouch> touches) {
    List<String> touchIds = touches.stream().map(NewTouch::touchId).distinct().toList();
    return store.known(handle, workspace, touchIds).stream()
        .map(known -> new RecordedTouch(store, handle, known))
        .collect(Collectors.toMap(RecordedTouch::key, Function.identity()));
  }

  private static PlacedTouch place(Heads heads, String workspace, NewTouch touch) {
    int shard = touch.shard(workspace);
    return new PlacedTouch(touch, shard, heads.next(shard), heads.recordTime());
  }
}
