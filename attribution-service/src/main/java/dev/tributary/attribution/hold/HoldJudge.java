package dev.tributary.attribution.hold;

import dev.tributary.attribution.conversion.ConversionKey;
import dev.tributary.attribution.conversion.CreditedOrder;
import dev.tributary.attribution.conversion.HeldOrders;
import dev.tributary.attribution.storefront.HoldSettings;
import dev.tributary.attribution.storefront.Storefront;
import dev.tributary.attribution.storefront.Storefronts;
import java.util.Collection;
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
  private final CreatorIdentities identities;
  private final Storefronts storefronts;

  /** Judges by the rules of now. */
  public HoldJudge(HeldOrders orders, CreatorIdentities identities, Storefronts storefronts) {
    this(HoldRules.CURRENT, orders, identities, storefronts);
  }

  HoldJudge(
      HoldRules rules, HeldOrders orders, CreatorIdentities identities, Storefronts storefronts) {
    this.rules = rules;
    this.orders = orders;
    this.identities = identities;
    this.storefronts = storefronts;
  }

  /** Version of the rules. */
  int ruleVersion() {
    return rules.version();
  }

  /** Everything that the rules find, by order; unknown orders are missing. */
  Map<ConversionKey, List<Finding>> findings(
      Handle handle, String workspace, Collection<ConversionKey> keys) {
    Map<ConversionKey, CreditedOrder> credited = orders.credited(handle, workspace, keys);
    Set<String> creators = new HashSet<>();
    credited.values().forEach(order -> creators.addAll(HoldFacts.creators(order)));
    Map<String, Set<Identity>> names = identities.of(handle, workspace, creators);
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
          findings.put(key, rules.findings(HoldFacts.of(order, names), settings));
        });
    return findings;
  }
}
