package dev.tributary.attribution.conversion;

import dev.tributary.attribution.credit.Evidence;
import dev.tributary.attribution.credit.SeenTouch;
import dev.tributary.attribution.credit.TypedCode;
import dev.tributary.attribution.promocode.CodeIntervals;
import dev.tributary.attribution.promocode.PromoCodes;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/**
 * Finds all that decisions look at, for many conversions at once: the same few queries for one as
 * for a thousand.
 */
public final class Evidences {
  private final PromoCodes promoCodes;
  private final Paths paths;

  /** Looks codes up here, and touches with their links through the paths. */
  public Evidences(PromoCodes promoCodes, Paths paths) {
    this.promoCodes = promoCodes;
    this.paths = paths;
  }

  /** What there is for each conversion, by its key. */
  Map<ConversionKey, Evidence> of(
      Handle handle, String workspace, Collection<Conversion> conversions) {
    Map<String, Map<String, CodeIntervals>> codes = codes(handle, workspace, conversions);
    Map<ConversionKey, List<SeenTouch>> touches =
        paths.of(
            handle,
            workspace,
            conversions.stream()
                .map(conversion -> new PathSubject(conversion, Optional.empty()))
                .toList());
    Map<ConversionKey, Evidence> evidence = new HashMap<>();
    for (Conversion conversion : conversions) {
      evidence.put(
          conversion.key(),
          Evidence.of(
              conversion.time(),
              conversion.currency(),
              conversion.test(),
              typed(conversion, codes.getOrDefault(conversion.key().storefrontId(), Map.of())),
              touches.getOrDefault(conversion.key(), List.of())));
    }
    return evidence;
  }

  /**
   * The touches that there are by now for conversions recorded earlier, by their keys. Codes are
   * not among the evidence: about those it was decided when the conversion was recorded.
   */
  Map<ConversionKey, Evidence> ofTouches(
      Handle handle, String workspace, Collection<StoredConversion> recorded) {
    Map<ConversionKey, List<SeenTouch>> touches =
        paths.of(
            handle,
            workspace,
            recorded.stream()
                .map(row -> new PathSubject(row.conversion(), Optional.of(row.receiveTime())))
                .toList());
    Map<ConversionKey, Evidence> evidence = new HashMap<>();
    for (StoredConversion row : recorded) {
      Conversion conversion = row.conversion();
      evidence.put(
          conversion.key(),
          Evidence.of(
              conversion.time(),
              conversion.currency(),
              conversion.test(),
              List.of(),
              touches.getOrDefault(conversion.key(), List.of())));
    }
    return evidence;
  }

  private static List<TypedCode> typed(Conversion conversion, Map<String, CodeIntervals> codes) {
    return conversion.codes().stream()
        .map(
            code ->
                new TypedCode(
                    code.code(),
                    code.discountMinor(),
                    codes.getOrDefault(code.code(), CodeIntervals.NONE).at(conversion.time())))
        .toList();
  }

  /** The codes that were typed, by storefront and text. */
  private Map<String, Map<String, CodeIntervals>> codes(
      Handle handle, String workspace, Collection<Conversion> conversions) {
    Map<String, Set<String>> texts = new HashMap<>();
    for (Conversion conversion : conversions) {
      Set<String> ofStorefront =
          texts.computeIfAbsent(conversion.key().storefrontId(), id -> new HashSet<>());
      conversion.codes().forEach(code -> ofStorefront.add(code.code()));
    }
    Map<String, Map<String, CodeIntervals>> found = new HashMap<>();
    texts.forEach(
        (storefrontId, typed) ->
            found.put(storefrontId, promoCodes.byTexts(handle, workspace, storefrontId, typed)));
    return found;
  }
}
