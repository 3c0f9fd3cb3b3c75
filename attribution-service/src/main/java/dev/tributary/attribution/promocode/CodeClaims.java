package dev.tributary.attribution.promocode;

import dev.tributary.runtime.api.Rejected;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * New codes of a batch, created one after the other beside those that there are: what the earlier
 * one has, the later one cannot. Not thread-safe.
 */
final class CodeClaims {
  private final Instant now;
  private final Map<Look, List<PromoCode>> byLook = new HashMap<>();

  /**
   * Nothing is there yet.
   *
   * @param now when the codes are created
   */
  CodeClaims(Instant now) {
    this.now = now;
  }

  /** Takes in a code that is there. */
  void add(PromoCode code) {
    alike(code.storefrontId(), code.skeleton()).add(code);
  }

  /**
   * Creates a code.
   *
   * @throws Rejected CODE_KEY_TAKEN, CODE_OVERLAPS or CODE_CONFUSABLE, naming the code in the way
   */
  PromoCode claim(NewPromoCode wanted) throws Rejected {
    List<PromoCode> alike = alike(wanted.storefrontId(), wanted.skeleton());
    PromoCode code = CodeRules.created(wanted, alike, now);
    Optional<Rejected> refusal = CodeRules.refusal(code, alike, now);
    if (refusal.isPresent()) {
      throw refusal.get();
    }
    alike.add(code);
    return code;
  }

  private List<PromoCode> alike(String storefrontId, String skeleton) {
    return byLook.computeIfAbsent(new Look(storefrontId, skeleton), absent -> new ArrayList<>());
  }

  /** What codes look like in a storefront. */
  private record Look(String storefrontId, String skeleton) {}
}
