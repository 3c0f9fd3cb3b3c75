package dev.tributary.local.handout;

import dev.tributary.attribution.v1.CodeEnforcement;
import dev.tributary.attribution.v1.PromoCode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * How the shop's codes and ours have grown apart. Sales with a code that only the shop knows are
 * credited to nobody, and a code that only we know is refused at the checkout.
 *
 * @param onlyInShop codes that nobody here owns or knows
 * @param onlyHere codes that the shop should have, disabled ones left out
 * @param spelledDifferently codes of both, as "shop's, ours"
 */
record CodeDrift(List<String> onlyInShop, List<String> onlyHere, List<String> spelledDifferently) {
  CodeDrift {
    onlyInShop = List.copyOf(onlyInShop);
    onlyHere = List.copyOf(onlyHere);
    spelledDifferently = List.copyOf(spelledDifferently);
  }

  /** Compares without regard to case and outer white space, as shops do. */
  static CodeDrift between(Collection<String> shop, Collection<PromoCode> ours) {
    Map<String, String> here = new TreeMap<>();
    Set<String> expected = new HashSet<>();
    for (PromoCode code : ours) {
      here.put(key(code.getCode()), code.getCode());
      if (!code.getDisabled()
          && code.getEnforcedBy() != CodeEnforcement.CODE_ENFORCEMENT_TRIBUTARY) {
        expected.add(key(code.getCode()));
      }
    }
    List<String> onlyInShop = new ArrayList<>();
    List<String> spelled = new ArrayList<>();
    Map<String, String> there = new TreeMap<>();
    shop.forEach(code -> there.put(key(code), code.strip()));
    there.forEach(
        (key, code) -> {
          String own = here.get(key);
          if (own == null) {
            onlyInShop.add(code);
          } else if (!own.equals(code)) {
            spelled.add(code + ", " + own);
          }
        });
    List<String> onlyHere =
        here.entrySet().stream()
            .filter(code -> expected.contains(code.getKey()) && !there.containsKey(code.getKey()))
            .map(Map.Entry::getValue)
            .toList();
    return new CodeDrift(onlyInShop, onlyHere, spelled);
  }

  /** Whether sales or customers can be lost by it; another spelling loses neither. */
  boolean isHarmless() {
    return onlyInShop.isEmpty() && onlyHere.isEmpty();
  }

  private static String key(String code) {
    return code.strip().toUpperCase(Locale.ROOT);
  }
}
