package dev.tributary.attribution.credit;

import dev.tributary.attribution.owner.Owner;
import java.time.Instant;
import java.util.Comparator;

/**
 * A code that an earlier order of the customer is credited by, and that has the credit of later
 * ones too.
 *
 * @param codeId the code
 * @param code the code as it was typed then
 * @param owner whose it was then
 * @param orderId the earlier order
 * @param orderTime when that was made
 */
public record BoundCode(
    String codeId, String code, Owner owner, String orderId, Instant orderTime) {
  /** The newest counts. */
  public static final Comparator<BoundCode> OLDEST_FIRST =
      Comparator.comparing(BoundCode::orderTime).thenComparing(BoundCode::orderId);
}
