package dev.tributary.attribution.settle;

import dev.tributary.attribution.conversion.ConversionKey;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/** Conversions to look at again, each once, by workspace. Not thread-safe. */
final class Suspects {
  private final Map<String, Set<ConversionKey>> byWorkspace = new TreeMap<>();

  /** Adds a conversion. */
  void add(String workspace, ConversionKey key) {
    byWorkspace.computeIfAbsent(workspace, absent -> new LinkedHashSet<>()).add(key);
  }

  /** Visits each workspace that has any, with all of them. */
  void forEach(BiConsumer<String, Set<ConversionKey>> visitor) {
    byWorkspace.forEach(visitor);
  }
}
