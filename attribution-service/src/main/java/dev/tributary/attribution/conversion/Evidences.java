package dev.tributary.attribution.conversion;

import dev.tributary.attribution.credit.BoundCode;
import dev.tributary.attribution.credit.Evidence;
import dev.tributary.attribution.credit.Policy;
import dev.tributary.attribution.credit.SeenTouch;
import dev.tributary.attribution.credit.TypedCode;
import dev.tributary.attribution.promocode.CodeIntervals;
import dev.tributary.attribution.promocode.PromoCodes;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BinaryOperator;
import org.jdbi.v3.core.Handle;

/**
 * Finds all that decisions look at, for many conversions at once: the same few queries for one as
 * for a thousand.
 */
public final class Evidences {
  private final PromoCodes promoCodes;
  private final Paths paths;
  private final CodeBindings bindings = new CodeBindings();

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
    Map<ConversionKey, BoundCode> bound = bindings.of(handle, workspace, conversions);
    Map<ConversionKey, Evidence> evidence = new HashMap<>();
    for (Conversion conversion : conversions) {
      evidence.put(
          conversion.key(),
          Evidence.of(
                  conversion.time(),
                  conversion.currency(),
                  conversion.test(),
                  typed(conversion, codes.getOrDefault(conversion.key().storefrontId(), Map.of())),
                  touches.getOrDefault(conversion.key(), List.of()))
              .boundBy(Optional.ofNullable(bound.get(conversion.key()))));
    }
    return evidence;
  }

  /**
   * The touches that there are by now for conversions recorded earlier, and what binds their
   * customers by now, by their keys. Codes are not among the evidence: about those it was decided
   * when the conversion was recorded.
   *
   * @param decided what bound the customer when it was decided last, which stays whatever becomes
   *     of that order; a newer one takes its place
   */
  Map<ConversionKey, Evidence> again(
      Handle handle,
      String workspace,
      Collection<StoredConversion> recorded,
      Map<ConversionKey, BoundCode> decided) {
    Map<ConversionKey, List<SeenTouch>> touches =
        paths.of(
            handle,
            workspace,
            recorded.stream()
                .map(row -> new PathSubject(row.conversion(), Optional.of(row.receiveTime())))
                .toList());
    Map<Conversion, Instant> recordedUntil = new HashMap<>();
    recorded.forEach(
        row ->
            recordedUntil.put(
                row.conversion(), row.receiveTime().plus(Policy.REATTRIBUTION_WINDOW)));
    Map<ConversionKey, BoundCode> bound =
        new HashMap<>(bindings.until(handle, workspace, recordedUntil));
    decided.forEach(
        (key, code) -> bound.merge(key, code, BinaryOperator.maxBy(BoundCode.OLDEST_FIRST)));
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
                  touches.getOrDefault(conversion.key(), List.of()))
              .boundBy(Optional.ofNullable(bound.get(conversion.key()))));
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
