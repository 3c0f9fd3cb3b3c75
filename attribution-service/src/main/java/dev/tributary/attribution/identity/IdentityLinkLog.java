package dev.tributary.attribution.identity;

import dev.tributary.attribution.batch.Admission;
import dev.tributary.attribution.batch.Recording;
import dev.tributary.attribution.feed.FeedKind;
import dev.tributary.runtime.database.Database;
import dev.tributary.runtime.log.FeedLog;
import dev.tributary.runtime.log.Heads;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** Records what became known of visitors. When it answers, it is on disk and in the feed. */
public final class IdentityLinkLog {
  private final Database database;
  private final FeedLog log;
  private final Runnable committed;
  private final IdentityLinkStore store = new IdentityLinkStore();

  /**
   * A writer of one database.
   *
   * @param committed is told after every write that the feed has grown
   */
  public IdentityLinkLog(Database database, FeedLog log, Runnable committed) {
    this.database = database;
    this.log = log;
    this.committed = committed;
  }

  /** Records what is new; answers the rest as before. */
  public Recording record(String workspace, List<IdentityLink> links) {
    if (links.isEmpty()) {
      return Recording.none(log.feedName());
    }
    Recording recording = database.write(handle -> record(handle, workspace, links));
    committed.run();
    return recording;
  }

  private Recording record(Handle handle, String workspace, List<IdentityLink> links) {
    Heads heads =
        log.lock(
            handle,
            links.stream()
                .map(link -> IdentityLink.shard(workspace, link.visitor()))
                .collect(Collectors.toSet()));
    Map<IdentityLink.Key, StoredIdentityLink> recorded =
        store
            .byKeys(handle, workspace, links.stream().map(IdentityLink::key).distinct().toList())
            .stream()
            .collect(Collectors.toMap(stored -> stored.link().key(), Function.identity()));
    Admission<IdentityLink.Key, IdentityLink> admission =
        Admission.of(links, IdentityLink::key, IdentityLink::content, recorded);
    store.insert(
        handle,
        workspace,
        admission.fresh().stream().map(link -> append(heads, workspace, link)).toList());
    return Recording.of(admission.verdicts(), heads.finish(), admission.resent());
  }

  private static StoredIdentityLink append(Heads heads, String workspace, IdentityLink link) {
    int shard = IdentityLink.shard(workspace, link.visitor());
    long sequence =
        heads.append(
            shard, workspace, FeedKind.IDENTITY_LINK.stored(), IdentityLinkProtos.toBytes(link));
    return new StoredIdentityLink(link, heads.recordTime(), shard, sequence);
  }
}
