package dev.tributary.attribution.promocode;

import dev.tributary.runtime.money.Money;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * What codes are credited with. Said here and answered by whoever keeps credits: those know promo
 * codes, so promo codes must not know them.
 */
public interface CodeCredits {
  /**
   * What each creator is credited with by codes, in the order of their ids.
   *
   * @param codeIds the codes
   * @param since conversions from this time on
   */
  List<CreatorUses> since(
      Handle handle, String workspace, Collection<String> codeIds, Instant since);

  /**
   * What one creator is credited with.
   *
   * @param creatorId the creator
   * @param uses conversions that are credited by one of the codes, tests left out
   * @param net credit after refunds, one per currency in the order of their codes
   */
  record CreatorUses(String creatorId, long uses, List<Money> net) {
    /** Keeps its own copy. */
    public CreatorUses {
      net = List.copyOf(net);
    }
  }
}
