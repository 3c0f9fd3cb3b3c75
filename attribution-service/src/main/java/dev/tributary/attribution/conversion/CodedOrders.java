package dev.tributary.attribution.conversion;

import dev.tributary.attribution.credit.Candidate;
import dev.tributary.attribution.credit.CandidateDecision;
import dev.tributary.attribution.credit.Component;
import dev.tributary.attribution.promocode.OrderRef;
import dev.tributary.attribution.promocode.UsingOrder;
import dev.tributary.runtime.money.Money;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * Recorded orders as the limits of codes see them: with the codes that were valid when they were
 * recorded. What happens to a code later changes no earlier order. A purchase and a first payment
 * of a subscription with one order id are looked at together, whichever of them is asked for, so
 * that it does not matter which came first.
 */
public final class CodedOrders {
  private static final Set<CandidateDecision> NO_USE =
      Set.of(
          CandidateDecision.CODE_UNKNOWN,
          CandidateDecision.CODE_NOT_STARTED,
          CandidateDecision.CODE_ENDED,
          CandidateDecision.CODE_DISABLED,
          // The first of two spellings stands for the code.
          CandidateDecision.CODE_REPEATED);

  private static final Comparator<Conversion> IN_ORDER =
      Comparator.comparing(Conversion::time).thenComparing(each -> each.key().type());

  private final ConversionStore conversions = new ConversionStore();
  private final RevisionStore revisions = new RevisionStore();

  /** The orders of the database that the handles belong to. */
  public CodedOrders() {}

  /**
   * The orders with these keys, and those with the same order id, that are no tests: of one order
   * id the earlier first.
   */
  public List<UsingOrder> of(Handle handle, String workspace, Collection<ConversionKey> keys) {
    Set<ConversionKey> checkouts =
        keys.stream()
            .flatMap(key -> key.usingCodes().stream())
            .collect(Collectors.toCollection(LinkedHashSet::new));
    List<Conversion> orders =
        conversions.byKeys(handle, workspace, checkouts).stream()
            .map(StoredConversion::conversion)
            .filter(each -> !each.test())
            .sorted(IN_ORDER)
            .toList();
    List<ConversionKey> typed =
        orders.stream().filter(each -> !each.codes().isEmpty()).map(Conversion::key).toList();
    Map<ConversionKey, List<Candidate>> decided = new HashMap<>();
    if (!typed.isEmpty()) {
      revisions
          .decisions(handle, workspace, typed)
          .forEach((key, decision) -> decided.put(key, ExplanationProtos.codes(decision)));
    }
    return orders.stream()
        .map(each -> using(each, decided.getOrDefault(each.key(), List.of())))
        .toList();
  }

  private static UsingOrder using(Conversion order, List<Candidate> decided) {
    List<OptionalLong> told = order.codes().stream().map(CodeUse::discountMinor).toList();
    // As where codes share the credit, the first that does not tell stands for all that do not.
    long rest =
        Math.max(
            0,
            order.components().orZero(Component.DISCOUNT)
                - told.stream().mapToLong(each -> each.orElse(0)).sum());
    Map<String, Money> discounts = new HashMap<>();
    for (int i = 0; i < decided.size(); i++) {
      Candidate code = decided.get(i);
      if (!NO_USE.contains(code.decision())) {
        long minor = told.get(i).orElse(rest);
        rest = told.get(i).isPresent() ? rest : 0;
        discounts.put(code.codeId(), new Money(order.currency(), minor));
      }
    }
    return new UsingOrder(
        new OrderRef(order.key().storefrontId(), order.key().orderId()),
        order.time(),
        order.customer(),
        new Money(order.currency(), order.components().orZero(Component.ITEMS)),
        discounts);
  }
}
