package dev.tributary.attribution.touch;

import dev.tributary.runtime.identity.PersonKey;
import java.util.Optional;

/**
 * What makes a touch the same touch.
 *
 * @param workspace whose touch it is
 * @param touchId the caller's id
 * @param personKey hash of the visitor, if there was one
 */
record TouchKey(String workspace, String touchId, Optional<PersonKey> personKey) {}
