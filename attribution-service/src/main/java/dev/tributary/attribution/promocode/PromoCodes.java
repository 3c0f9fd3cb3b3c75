package dev.tributary.attribution.promocode;

import dev.tributary.runtime.database.Database;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
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
   * The codes that have, or once had, these keys in a storefront. Unknown keys are missing.
   *
   * @param codeKeys each made by {@link CodeKey#of}
   * @return the codes by key
   */
  public Map<String, PromoCode> byKeys(
      Handle handle, String workspace, String storefrontId, Collection<String> codeKeys) {
    if (codeKeys.isEmpty()) {
      return Map.of();
    }
    List<String> keys = codeKeys.stream().distinct().toList();
    return store.byKeys(handle, workspace, storefrontId, keys).stream()
        .map(StoredPromoCode::code)
        .collect(Collectors.toMap(PromoCode::codeKey, Function.identity()));
  }

  /** The code with this id, if the workspace has it. */
  public Optional<PromoCode> find(String workspace, String codeId) {
    return database.read(handle -> store.byIds(handle, workspace, List.of(codeId))).stream()
        .map(StoredPromoCode::code)
        .findFirst();
  }

  /** The code that has the key in a storefront, if any. */
  public Optional<PromoCode> findByKey(String workspace, String storefrontId, String codeKey) {
    return Optional.ofNullable(
        database
            .read(handle -> byKeys(handle, workspace, storefrontId, List.of(codeKey)))
            .get(codeKey));
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
