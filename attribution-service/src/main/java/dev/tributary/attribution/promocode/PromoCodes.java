package dev.tributary.attribution.promocode;

import dev.tributary.runtime.database.Database;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/**
 * Promo codes as they stand. Every answer is read from the database, so that no change is ever
 * missed.
 */
public final class PromoCodes {
  private final Database database;
  private final PromoCodeStore store = new PromoCodeStore();
  private final CodeCounterStore counters = new CodeCounterStore();

  /** The codes of a database. */
  public PromoCodes(Database database) {
    this.database = database;
  }

  /**
   * What a storefront knows of codes as they were typed. Unknown ones are missing.
   *
   * @param typed texts, in any spelling
   * @return the codes of each text
   */
  public Map<String, CodeIntervals> byTexts(
      Handle handle, String workspace, String storefrontId, Collection<String> typed) {
    Set<String> keys = new HashSet<>();
    typed.forEach(text -> keys.addAll(keysOf(text)));
    if (keys.isEmpty()) {
      return Map.of();
    }
    Map<String, List<PromoCode>> byKey =
        store.byKeys(handle, workspace, storefrontId, keys).stream()
            .map(StoredPromoCode::code)
            .collect(Collectors.groupingBy(PromoCode::codeKey));
    Map<String, CodeIntervals> found = new HashMap<>();
    for (String text : typed) {
      keysOf(text).stream()
          .filter(byKey::containsKey)
          .findFirst()
          .ifPresent(key -> found.put(text, new CodeIntervals(byKey.getOrDefault(key, List.of()))));
    }
    return found;
  }

  /** The keys that a code may have, the first that is known counts. */
  private static List<String> keysOf(String text) {
    return Stream.of(CodeKey.spelled(text), CodeKey.of(text))
        .filter(key -> !key.isEmpty())
        .distinct()
        .toList();
  }

  /** The code with this id, if the workspace has it. */
  public Optional<PromoCode> find(String workspace, String codeId) {
    return database.read(handle -> store.byIds(handle, workspace, List.of(codeId))).stream()
        .map(StoredPromoCode::code)
        .findFirst();
  }

  /** What a storefront knows of a code as it was typed. */
  public CodeIntervals typed(String workspace, String storefrontId, String text) {
    return database
        .read(handle -> byTexts(handle, workspace, storefrontId, List.of(text)))
        .getOrDefault(text, CodeIntervals.NONE);
  }

  /** How often codes are used, by their ids. */
  public Map<String, CodeUsage> usage(Handle handle, String workspace, Collection<String> codeIds) {
    Map<String, CodeUsage> usage = new HashMap<>();
    counters
        .load(handle, workspace, codeIds, List.of())
        .forEach((codeId, book) -> usage.put(codeId, book.usage()));
    return usage;
  }

  /**
   * One page of codes, ordered by id.
   *
   * @param collaborationId only codes that it owns now
   * @param afterCodeId the last id of the page before; empty for the first page
   */
  public List<PromoCode> page(
      String workspace, Optional<String> collaborationId, String afterCodeId, int limit) {
    return database
        .read(handle -> store.page(handle, workspace, collaborationId, afterCodeId, limit))
        .stream()
        .map(StoredPromoCode::code)
        .toList();
  }
}
