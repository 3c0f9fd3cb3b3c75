package dev.tributary.attribution.promocode;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Which code has a key. Remembered, since a key is never given to a second code of its shop; so a
 * hot code's checkouts need not ask the database twice. Everything else about a code may change and
 * is read with its lock. Thread-safe.
 */
final class CodeIds {
  private static final int REMEMBERED_MAX = 10_000;

  private final PromoCodes codes;
  private final Map<Key, String> remembered = Collections.synchronizedMap(new Newest());

  CodeIds(PromoCodes codes) {
    this.codes = codes;
  }

  /** The id of the code that has the key in a storefront, if any. */
  Optional<String> find(String workspace, String storefrontId, String codeKey) {
    Key key = new Key(workspace, storefrontId, codeKey);
    Optional<String> known = Optional.ofNullable(remembered.get(key));
    if (known.isPresent()) {
      return known;
    }
    Optional<String> found =
        codes.findByKey(workspace, storefrontId, codeKey).map(PromoCode::codeId);
    found.ifPresent(codeId -> remembered.put(key, codeId));
    return found;
  }

  private record Key(String workspace, String storefrontId, String codeKey) {}

  /** Forgets what was not asked for longest. */
  private static final class Newest extends LinkedHashMap<Key, String> {
    private static final long serialVersionUID = 1;

    Newest() {
      super(16, 0.75f, true);
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<Key, String> eldest) {
      return size() > REMEMBERED_MAX;
    }
  }
}
