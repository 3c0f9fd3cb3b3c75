package dev.tributary.attribution.hold;

import dev.tributary.attribution.conversion.ConversionKey;
import dev.tributary.attribution.conversion.CreditedOrder;
import dev.tributary.attribution.conversion.HeldOrders;
import dev.tributary.attribution.identity.Identities;
import dev.tributary.attribution.identity.LinkedName;
import dev.tributary.attribution.storefront.HoldSettings;
import dev.tributary.attribution.storefront.Storefront;
import dev.tributary.attribution.storefront.Storefronts;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * Applies the rules to orders as they are credited now: the same few queries for one as for a
 * thousand.
 */
public final class HoldJudge {
  private final HoldRules rules;
  private final HeldOrders orders;
  private final CreatorIdentities creators;
  private final Identities identities;
  private final Storefronts storefronts;

  /**
   * Judges by the rules of now.
   *
   * @param creators as whom creators shop
   * @param identities who else the person of an order is
   */
  public HoldJudge(
      HeldOrders orders,
      CreatorIdentities creators,
      Identities identities,
      Storefronts storefronts) {
    this.rules = HoldRules.CURRENT;
    this.orders = orders;
    this.creators = creators;
    this.identities = identities;
    this.storefronts = storefronts;
  }

  /** Version of the rules. */
  int ruleVersion() {
    return rules.version();
  }

  /** Everything that the rules find, by order; unknown orders are missing, tests are fine. */
  Map<ConversionKey, List<Finding>> findings(
      Handle handle, String workspace, Collection<ConversionKey> keys) {
    Map<ConversionKey, CreditedOrder> credited = orders.credited(handle, workspace, keys);
    Set<String> creatorIds = new HashSet<>();
    credited.values().forEach(order -> creatorIds.addAll(HoldFacts.creators(order)));
    Map<String, Set<Identity>> names = creators.of(handle, workspace, creatorIds);
    Map<ConversionKey, List<LinkedName>> linked =
        linked(handle, workspace, credited.values(), names.keySet());
    Map<String, Storefront> shops =
        storefronts.named(
            handle,
            workspace,
            keys.stream().map(ConversionKey::storefrontId).collect(Collectors.toSet()));
    Map<ConversionKey, List<Finding>> findings = new HashMap<>();
    credited.forEach(
        (key, order) -> {
          Storefront shop = shops.get(key.storefrontId());
          HoldSettings settings = shop == null ? HoldSettings.DEFAULTS : shop.holds();
          HoldFacts facts = HoldFacts.of(order, linked.getOrDefault(key, List.of()), names);
          findings.put(
              key, order.conversion().test() ? List.of() : rules.findings(facts, settings));
        });
    return findings;
  }

  /** What identity links tell of the buyers of those orders whose creators are known as buyers. */
  private Map<ConversionKey, List<LinkedName>> linked(
      Handle handle,
      String workspace,
      Collection<CreditedOrder> credited,
      Set<String> knownCreators) {
    List<CreditedOrder> asked =
        credited.stream()
            .filter(order -> !Collections.disjoint(HoldFacts.creators(order), knownCreators))
            .toList();
    if (asked.isEmpty()) {
      return Map.of();
    }
    List<List<LinkedName>> found =
        identities.linkedNames(
            handle, workspace, asked.stream().map(CreditedOrder::personSearch).toList());
    Map<ConversionKey, List<LinkedName>> linked = new HashMap<>();
    for (int i = 0; i < asked.size(); i++) {
      linked.put(asked.get(i).conversion().key(), found.get(i));
    }
    return linked;
  }
}
