package dev.tributary.attribution.conversion;

import dev.tributary.attribution.touch.Touch;
import dev.tributary.runtime.identity.PersonKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Touches by whose they are. */
final class TouchIndex {
  private final Map<PersonKey, List<Touch>> byPerson = new HashMap<>();
  private final Map<String, List<Touch>> byId = new HashMap<>();

  TouchIndex(Collection<Touch> touches) {
    for (Touch touch : touches) {
      touch.personKey().ifPresent(person -> add(byPerson, person, touch));
      touch.customerKey().ifPresent(person -> add(byPerson, person, touch));
      add(byId, touch.touchId(), touch);
    }
  }

  /**
   * The touches of the person behind a conversion, each once: those of the visitor and the
   * customer, and the one that the checkout carried.
   */
  Collection<Touch> of(Conversion conversion) {
    Set<Touch> touches = new LinkedHashSet<>();
    conversion
        .clickId()
        .ifPresent(clickId -> touches.addAll(byId.getOrDefault(clickId, List.of())));
    conversion
        .visitor()
        .ifPresent(person -> touches.addAll(byPerson.getOrDefault(person, List.of())));
    conversion
        .customer()
        .ifPresent(person -> touches.addAll(byPerson.getOrDefault(person, List.of())));
    return touches;
  }

  private static <K> void add(Map<K, List<Touch>> index, K key, Touch touch) {
    index.computeIfAbsent(key, absent -> new ArrayList<>()).add(touch);
  }
}
