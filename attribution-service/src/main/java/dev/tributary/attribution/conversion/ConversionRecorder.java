package dev.tributary.attribution.conversion;

import dev.tributary.attribution.credit.Decision;
import dev.tributary.attribution.credit.Evidence;
import dev.tributary.attribution.credit.Policy;
import dev.tributary.attribution.storefront.Storefront;
import dev.tributary.runtime.api.Verdicts;
import dev.tributary.type.v1.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** Records conversions and decides who is credited for them, by what is committed when it reads. */
public final class ConversionRecorder {
  private final OrderWriter writer;
  private final Evidences evidences;

  /** Records through the writer, and looks at what the evidences find. */
  public ConversionRecorder(OrderWriter writer, Evidences evidences) {
    this.writer = writer;
    this.evidences = evidences;
  }

  /**
   * Records what is new, answers the rest by what holds, and takes over news of payments.
   *
   * @param storefronts every shop of the conversions, by id
   * @return one verdict for each conversion in their order
   */
  OrderWriter.Written<List<Verdict>> record(
      String workspace, List<Conversion> conversions, Map<String, Storefront> storefronts) {
    if (conversions.isEmpty()) {
      return writer.nothing(List.of());
    }
    return writer.write(
        workspace,
        conversions.stream().map(Conversion::key).collect(Collectors.toSet()),
        batch -> {
          Map<ConversionKey, Evidence> evidence = evidence(batch, conversions);
          List<Verdict> verdicts = new ArrayList<>();
          for (Conversion conversion : conversions) {
            verdicts.add(take(batch, conversion, evidence, storefronts));
          }
          return verdicts;
        });
  }

  /** Evidence of all that is new; of several with one key the first is recorded. */
  private Map<ConversionKey, Evidence> evidence(OrderBatch batch, List<Conversion> conversions) {
    Map<ConversionKey, Conversion> fresh = new LinkedHashMap<>();
    for (Conversion conversion : conversions) {
      if (!batch.wasRecorded(conversion.key())) {
        fresh.putIfAbsent(conversion.key(), conversion);
      }
    }
    return evidences.of(batch.handle(), batch.workspace(), fresh.values());
  }

  private static Verdict take(
      OrderBatch batch,
      Conversion conversion,
      Map<ConversionKey, Evidence> evidence,
      Map<String, Storefront> storefronts) {
    ConversionKey key = conversion.key();
    OrderHistory history = batch.of(key);
    if (history.conversion().isEmpty()) {
      Storefront storefront =
          storefronts.getOrDefault(key.storefrontId(), Storefront.unset(key.storefrontId()));
      Policy policy = Policy.official(storefront.touchScope());
      Decision decision = Decision.of(Objects.requireNonNull(evidence.get(key)), policy);
      batch.put(history.recorded(conversion, decision, policy, batch.now()));
      return Verdicts.recorded();
    }
    Optional<String> difference =
        conversion.firstDifference(history.conversion().get().conversion());
    if (difference.isPresent()) {
      return Conflicts.verdict(difference.get(), batch.wasRecorded(key));
    }
    batch.put(history.paid(conversion.payment(), batch.now()));
    return Verdicts.alreadyRecorded();
  }
}
