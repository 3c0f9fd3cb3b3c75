package dev.tributary.attribution.hold;

import dev.tributary.runtime.api.Rejected;
import dev.tributary.runtime.api.Verdicts;
import dev.tributary.runtime.database.Database;
import dev.tributary.runtime.log.FeedLog;
import dev.tributary.type.v1.ErrorReason;
import dev.tributary.type.v1.Verdict;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** As whom creators shop. */
public final class CreatorIdentities {
  private final Database database;
  private final FeedLog log;
  private final IdentityStore store = new IdentityStore();

  /**
   * The identities of a database.
   *
   * @param log its heads order writers of the same creator; identities are in no feed
   */
  public CreatorIdentities(Database database, FeedLog log) {
    this.database = database;
    this.log = log;
  }

  /** All names of creators; those without any are missing. */
  Map<String, Set<Identity>> of(Handle handle, String workspace, Set<String> creatorIds) {
    return store.byCreators(handle, workspace, creatorIds);
  }

  /**
   * Replaces what is known of creators.
   *
   * @return one verdict for each in their order; of several about one creator the first counts
   */
  List<Verdict> put(String workspace, List<Named> creators) {
    Map<String, Named> firsts = new LinkedHashMap<>();
    creators.forEach(given -> firsts.putIfAbsent(given.creatorId(), given));
    if (firsts.isEmpty()) {
      return List.of();
    }
    Map<String, Verdict> verdicts = database.write(handle -> put(handle, workspace, firsts));
    List<Verdict> answers = new ArrayList<>();
    for (Named given : creators) {
      Verdict ofFirst = verdicts.remove(given.creatorId());
      if (ofFirst != null) {
        answers.add(ofFirst);
      } else {
        answers.add(
            given.equals(firsts.get(given.creatorId()))
                ? Verdicts.alreadyRecorded()
                : Verdicts.rejected(duplicate()));
      }
    }
    return answers;
  }

  private Map<String, Verdict> put(Handle handle, String workspace, Map<String, Named> given) {
    log.lock(
        handle,
        given.keySet().stream().map(id -> IdentityStore.shard(workspace, id)).distinct().toList());
    Map<String, Set<Identity>> known = store.byCreators(handle, workspace, given.keySet());
    Map<String, Verdict> verdicts = new HashMap<>();
    given.forEach(
        (creatorId, named) -> {
          Set<Identity> before = known.getOrDefault(creatorId, Set.of());
          if (before.equals(named.identities())) {
            verdicts.put(creatorId, Verdicts.alreadyRecorded());
          } else {
            store.replace(handle, workspace, creatorId, named.identities());
            verdicts.put(creatorId, before.isEmpty() ? Verdicts.recorded() : Verdicts.updated());
          }
        });
    return verdicts;
  }

  private static Rejected duplicate() {
    return new Rejected(
        ErrorReason.ERROR_REASON_DUPLICATE_IN_BATCH,
        "creator_id",
        "an earlier item of this batch has the same creator and other ids (expected: each creator"
            + " once)");
  }

  /**
   * What is told about a creator.
   *
   * @param creatorId the creator
   * @param identities all names
   */
  record Named(String creatorId, Set<Identity> identities) {
    /** Keeps its own copy. */
    Named {
      identities = Set.copyOf(identities);
    }
  }
}
