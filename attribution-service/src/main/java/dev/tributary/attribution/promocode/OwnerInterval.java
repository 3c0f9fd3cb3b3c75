package dev.tributary.attribution.promocode;

import dev.tributary.attribution.owner.Owner;
import java.time.Instant;
import java.util.Optional;

/**
 * An owner of a code and from when it owns.
 *
 * @param owner the owner; absent when the code belonged to nobody
 * @param startTime first instant of the ownership; absent for the first owner, who owns from the
 *     beginning
 */
public record OwnerInterval(Optional<Owner> owner, Optional<Instant> startTime) {
  /** Whether the ownership has begun at the time; a later interval may have replaced it by then. */
  boolean hasStartedAt(Instant time) {
    return startTime.isEmpty() || !startTime.get().isAfter(time);
  }
}
