package dev.tributary.attribution.identity;

import dev.tributary.runtime.identity.PersonKey;
import java.util.Optional;
import java.util.Set;

/**
 * Everybody whose conversions may depend on what somebody did.
 *
 * @param visitors hashes of visitors
 * @param customers hashes of customers
 */
public record Acquaintances(Set<PersonKey> visitors, Set<PersonKey> customers) {
  /**
   * Whose acquaintances are asked for.
   *
   * @param visitor the visitor, if known
   * @param customer the customer, if known
   */
  public record Of(Optional<PersonKey> visitor, Optional<PersonKey> customer) {}
}
