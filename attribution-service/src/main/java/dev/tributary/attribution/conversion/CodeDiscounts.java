package dev.tributary.attribution.conversion;

import dev.tributary.attribution.credit.Candidate;
import dev.tributary.attribution.credit.Component;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jdbi.v3.core.Handle;

/** What customers saved by the codes of each collaboration, as far as shops told. */
public final class CodeDiscounts {
  private final ConversionStore conversions = new ConversionStore();
  private final RevisionStore revisions = new RevisionStore();

  /** The tables of the database that the handle belongs to. */
  public CodeDiscounts() {}

  /**
   * Discounts in minor units of each conversion's currency, by conversion and collaboration. A code
   * tells its own; of an order with one code the order's discount is that of the code.
   */
  public Map<ConversionKey, Map<String, Long>> of(
      Handle handle, String workspace, Collection<ConversionKey> keys) {
    List<StoredConversion> typed =
        conversions.byKeys(handle, workspace, keys).stream()
            .filter(row -> !row.conversion().codes().isEmpty())
            .toList();
    Map<ConversionKey, Map<String, Long>> discounts = new HashMap<>();
    if (typed.isEmpty()) {
      return discounts;
    }
    Map<ConversionKey, byte[]> decisions =
        revisions.decisions(
            handle, workspace, typed.stream().map(row -> row.conversion().key()).toList());
    for (StoredConversion row : typed) {
      Conversion conversion = row.conversion();
      byte[] decision = decisions.get(conversion.key());
      if (decision != null) {
        discounts.put(conversion.key(), of(conversion, ExplanationProtos.codes(decision)));
      }
    }
    return discounts;
  }

  /** Candidates stand in the order in which the codes were typed. */
  private static Map<String, Long> of(Conversion conversion, List<Candidate> codes) {
    Map<String, Long> discounts = new HashMap<>();
    for (int i = 0; i < Math.min(codes.size(), conversion.codes().size()); i++) {
      OptionalLong told = conversion.codes().get(i).discountMinor();
      if (told.isEmpty() && conversion.codes().size() == 1) {
        told = conversion.components().told(Component.DISCOUNT);
      }
      long minor = told.orElse(0);
      codes
          .get(i)
          .owner()
          .ifPresent(owner -> discounts.merge(owner.collaborationId(), minor, Long::sum));
    }
    return discounts;
  }
}
