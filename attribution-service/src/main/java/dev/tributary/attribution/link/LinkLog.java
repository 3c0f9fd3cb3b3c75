package dev.tributary.attribution.link;

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

/** Creates links. When it answers, what it did is on disk and in the feed. */
public final class LinkLog {
  private final Database database;
  private final FeedLog log;
  private final Runnable committed;
  private final LinkStore store = new LinkStore();

  /**
   * A writer of one database.
   *
   * @param committed is told after every write that the feed has grown
   */
  public LinkLog(Database database, FeedLog log, Runnable committed) {
    this.database = database;
    this.log = log;
    this.committed = committed;
  }

  /** Creates what is new; answers the rest as before. */
  Recording create(String workspace, List<NewLink> links) {
    if (links.isEmpty()) {
      return Recording.none(log.feedName());
    }
    Recording recording = database.write(handle -> create(handle, workspace, links));
    committed.run();
    return recording;
  }

  private Recording create(Handle handle, String workspace, List<NewLink> links) {
    List<String> linkIds = links.stream().map(NewLink::linkId).distinct().toList();
    Heads heads =
        log.lock(handle, linkIds.stream().map(linkId -> NewLink.shard(workspace, linkId)).toList());
    Map<String, StoredLink> recorded =
        store.byIds(handle, workspace, linkIds).stream()
            .collect(Collectors.toMap(stored -> stored.link().linkId(), Function.identity()));
    Admission<String, NewLink> admission =
        Admission.of(links, NewLink::linkId, NewLink::content, recorded);
    store.insert(
        handle,
        workspace,
        admission.fresh().stream().map(link -> append(heads, workspace, link)).toList());
    return Recording.of(admission.verdicts(), heads.finish(), admission.resent());
  }

  private static StoredLink append(Heads heads, String workspace, NewLink created) {
    Link link = created.created(heads.recordTime());
    int shard = NewLink.shard(workspace, link.linkId());
    byte[] payload = LinkProtos.toProto(link).toByteArray();
    return new StoredLink(
        link, shard, heads.append(shard, workspace, FeedKind.LINK.stored(), payload));
  }
}
