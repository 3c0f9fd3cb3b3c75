package dev.tributary.attribution.storefront;

import dev.tributary.attribution.credit.Policy;
import dev.tributary.attribution.credit.TaxMode;
import dev.tributary.attribution.credit.TouchScope;
import dev.tributary.attribution.goal.Goal;
import dev.tributary.runtime.log.Shards;
import java.time.ZoneId;
import java.util.Optional;

/**
 * A shop with defaults for its conversions.
 *
 * @param storefrontId the shop
 * @param currency default currency, if it has one
 * @param zone zone that the shop cuts its days in
 * @param taxMode default tax mode
 * @param touchScope among which touches the last one is looked for
 * @param rules what it says about credit and customers beyond the official rules
 * @param holds how the rules of holds judge its orders
 * @param version 0 before it was ever put, then rises with each change
 */
public record Storefront(
    String storefrontId,
    Optional<String> currency,
    ZoneId zone,
    TaxMode taxMode,
    TouchScope touchScope,
    CreditRules rules,
    HoldSettings holds,
    long version) {
  /** The shop that exists without being put, and that is meant when none is named. */
  public static final String MAIN = "main";

  /** Zone of a shop that tells none. */
  static final ZoneId UTC = ZoneId.of("UTC");

  /** A shop that was never put: an order of it is recorded all the same. */
  public static Storefront unset(String storefrontId) {
    return new Storefront(
        storefrontId,
        Optional.empty(),
        UTC,
        TaxMode.EXCLUDED,
        TouchScope.CREATOR_TOUCHES,
        CreditRules.OFFICIAL,
        HoldSettings.DEFAULTS,
        0);
  }

  /** The same shop with another version. */
  Storefront withVersion(long version) {
    return new Storefront(storefrontId, currency, zone, taxMode, touchScope, rules, holds, version);
  }

  /** The rules of a conversion that reaches a goal. */
  public Policy policy(Goal goal) {
    return rules.policy(touchScope, goal);
  }

  /** Whether both say the same, whatever their versions. */
  boolean saysTheSameAs(Storefront other) {
    return withVersion(other.version).equals(other);
  }

  /** Shard of the row. */
  int shard(String workspace) {
    return Shards.of(workspace, "catalog", "storefront", storefrontId);
  }
}
