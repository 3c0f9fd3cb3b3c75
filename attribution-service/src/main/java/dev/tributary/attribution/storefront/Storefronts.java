package dev.tributary.attribution.storefront;

import dev.tributary.runtime.api.Rejected;
import dev.tributary.runtime.api.Verdicts;
import dev.tributary.runtime.database.Database;
import dev.tributary.runtime.log.FeedLog;
import dev.tributary.type.v1.ErrorReason;
import dev.tributary.type.v1.Verdict;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** The shops of a database. */
public final class Storefronts {
  private final Database database;
  private final FeedLog log;
  private final StorefrontStore store = new StorefrontStore();

  /**
   * The shops of a database.
   *
   * @param log its heads order writers of the same shop; shops are in no feed
   */
  public Storefronts(Database database, FeedLog log) {
    this.database = database;
    this.log = log;
  }

  /** Every shop with one of these ids, by id; those never put are missing. */
  public Map<String, Storefront> named(
      Handle handle, String workspace, Collection<String> storefrontIds) {
    return storefrontIds.isEmpty() ? Map.of() : byIds(handle, workspace, storefrontIds);
  }

  /**
   * Creates or replaces shops.
   *
   * @param storefronts their versions are ignored
   * @return one verdict for each in their order; of several with one id the first counts
   */
  public List<Verdict> put(String workspace, List<Storefront> storefronts) {
    Map<String, Storefront> firsts = new LinkedHashMap<>();
    storefronts.forEach(given -> firsts.putIfAbsent(given.storefrontId(), given));
    if (firsts.isEmpty()) {
      return List.of();
    }
    Map<String, Verdict> verdicts = database.write(handle -> put(handle, workspace, firsts));
    List<Verdict> answers = new ArrayList<>();
    for (Storefront given : storefronts) {
      Optional<Verdict> ofFirst = Optional.ofNullable(verdicts.remove(given.storefrontId()));
      answers.add(
          ofFirst.orElseGet(() -> repeated(given.equals(firsts.get(given.storefrontId())))));
    }
    return answers;
  }

  /** One page, ordered by id; "main" is in the list even if it was never put. */
  public List<Storefront> page(String workspace, String afterId, int limit) {
    List<Storefront> rows = database.read(handle -> store.page(handle, workspace, afterId, limit));
    boolean isThere = rows.stream().anyMatch(row -> row.storefrontId().equals(Storefront.MAIN));
    boolean isDue = afterId.compareTo(Storefront.MAIN) < 0;
    if (isThere || !isDue) {
      return rows;
    }
    int place =
        (int)
            rows.stream().filter(row -> row.storefrontId().compareTo(Storefront.MAIN) < 0).count();
    List<Storefront> page = new ArrayList<>(rows);
    page.add(place, Storefront.unset(Storefront.MAIN));
    return page.subList(0, Math.min(limit, page.size()));
  }

  private Map<String, Verdict> put(Handle handle, String workspace, Map<String, Storefront> given) {
    log.lock(
        handle, given.values().stream().map(storefront -> storefront.shard(workspace)).toList());
    Map<String, Storefront> before = byIds(handle, workspace, given.keySet());
    List<Storefront> created = new ArrayList<>();
    List<Storefront> changed = new ArrayList<>();
    Map<String, Verdict> verdicts = new LinkedHashMap<>();
    for (Storefront wanted : given.values()) {
      Storefront known = before.get(wanted.storefrontId());
      if (known == null) {
        created.add(wanted.withVersion(1));
        verdicts.put(wanted.storefrontId(), Verdicts.recorded());
      } else if (wanted.saysTheSameAs(known)) {
        verdicts.put(wanted.storefrontId(), Verdicts.alreadyRecorded());
      } else {
        changed.add(wanted.withVersion(known.version() + 1));
        verdicts.put(wanted.storefrontId(), Verdicts.updated());
      }
    }
    store.insert(handle, workspace, created);
    store.update(handle, workspace, changed);
    return verdicts;
  }

  private Map<String, Storefront> byIds(
      Handle handle, String workspace, Collection<String> storefrontIds) {
    return store.byIds(handle, workspace, storefrontIds).stream()
        .collect(Collectors.toMap(Storefront::storefrontId, Function.identity()));
  }

  private static Verdict repeated(boolean isSame) {
    return isSame
        ? Verdicts.alreadyRecorded()
        : Verdicts.rejected(
            new Rejected(
                ErrorReason.ERROR_REASON_DUPLICATE_IN_BATCH,
                "storefront_id",
                "an earlier item of this batch has the same id and other content (expected: each"
                    + " id once)"));
  }
}
