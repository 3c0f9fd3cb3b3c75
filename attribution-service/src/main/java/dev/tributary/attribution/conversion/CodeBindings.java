package dev.tributary.attribution.conversion;

import dev.tributary.attribution.credit.BoundCode;
import dev.tributary.attribution.credit.Decision;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Which purchases bind their customers. Written in the transaction of the order, so that whoever
 * sees the order sees what it binds.
 */
final class CodeBindings {
  private static final Instant NO_END = Instant.parse("9999-12-31T00:00:00Z");

  private final CodeBindingStore store = new CodeBindingStore();

  /** What binds the customers of conversions that are being recorded, by their keys. */
  Map<ConversionKey, BoundCode> of(
      Handle handle, String workspace, Collection<Conversion> conversions) {
    Map<Conversion, Instant> wanted = new HashMap<>();
    conversions.forEach(conversion -> wanted.put(conversion, NO_END));
    return find(handle, workspace, wanted);
  }

  /**
   * What binds the customers of conversions that were recorded earlier, as far as it was recorded
   * before a time.
   *
   * @param recordedUntil the last instant, by conversion
   */
  Map<ConversionKey, BoundCode> until(
      Handle handle, String workspace, Map<Conversion, Instant> recordedUntil) {
    return find(handle, workspace, recordedUntil);
  }

  /**
   * Keeps what conversions bind after they were decided on, or after their state changed.
   *
   * @param changed conversions with revisions that are not on disk yet, all of one moment
   */
  void save(Handle handle, String workspace, List<RecordedConversion> changed) {
    List<CodeBinding> bound = new ArrayList<>();
    List<ConversionKey> free = new ArrayList<>();
    Map<ConversionKey, Boolean> states = new HashMap<>();
    Instant now = Instant.EPOCH;
    for (RecordedConversion recorded : changed) {
      Conversion conversion = recorded.conversion();
      if (!recorded.isRevised()
          || !CodeBinding.canBind(conversion)
          || conversion.codes().isEmpty()) {
        continue;
      }
      now = recorded.revision().decideTime();
      boolean isNew = recorded.made().get(0).revision() == 1;
      Optional<Decision> decision = newest(recorded);
      Optional<CodeBinding> binding = decision.flatMap(made -> CodeBinding.of(conversion, made));
      binding.ifPresent(bound::add);
      if (decision.isPresent() && binding.isEmpty() && !isNew) {
        free.add(conversion.key());
      }
      if (binding.isPresent() || !isNew) {
        states.put(conversion.key(), isActive(recorded));
      }
    }
    store.delete(handle, workspace, free);
    store.put(handle, workspace, bound, now);
    store.activate(handle, workspace, states, now);
  }

  private Map<ConversionKey, BoundCode> find(
      Handle handle, String workspace, Map<Conversion, Instant> recordedUntil) {
    Map<Conversion, Instant> wanted = new HashMap<>(recordedUntil);
    wanted.keySet().removeIf(conversion -> !CodeBinding.canBind(conversion));
    return wanted.isEmpty() ? Map.of() : store.newest(handle, workspace, wanted);
  }

  /** The decision that was made last among what is not on disk yet. */
  private static Optional<Decision> newest(RecordedConversion recorded) {
    return recorded.made().stream()
        .map(Revision::decision)
        .flatMap(Optional::stream)
        .reduce((earlier, later) -> later);
  }

  /** What came to nothing, or is credited to nobody since a hold was rejected, binds nobody. */
  private static boolean isActive(RecordedConversion recorded) {
    return !recorded.payment().isVoided()
        && !recorded.ledger().balance().cancelled()
        && recorded.holdState() != OrderHoldState.REJECTED;
  }
}
