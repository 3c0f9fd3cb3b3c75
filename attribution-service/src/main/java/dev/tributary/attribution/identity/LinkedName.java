package dev.tributary.attribution.identity;

import dev.tributary.runtime.identity.PersonKey;
import dev.tributary.runtime.identity.PersonKind;
import java.util.List;

/**
 * A name of a conversion's person that the conversion does not have, but identity links tell.
 *
 * @param kind CUSTOMER or VISITOR
 * @param key its hash
 * @param linkIds the callers' ids of the links that tell it, from the conversion to the name
 */
public record LinkedName(PersonKind kind, PersonKey key, List<String> linkIds) {
  /** Keeps its own copy. */
  public LinkedName {
    linkIds = List.copyOf(linkIds);
  }
}
