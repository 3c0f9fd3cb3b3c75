package dev.tributary.attribution.promocode;

import dev.tributary.runtime.log.Positions;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * Does something about orders that were made with codes whose uses are in doubt. Said here and done
 * by whoever holds orders: those know promo codes, so promo codes must not know them.
 */
public interface DoubtfulUses {
  /** The shard whose head is locked by whoever calls {@link #begin}. */
  int shard(String workspace, String rotationId);

  /**
   * Notes in the transaction that replaces the codes what is to be done, so that one is never
   * without the other.
   *
   * @throws dev.tributary.runtime.api.ApiException ID_REUSED if the id is that of other holds
   */
  void begin(Handle handle, String workspace, Doubt doubt, Instant now);

  /** Does what is still to be done after {@link #begin}; again, it does nothing. */
  Settled settle(String workspace, Doubt doubt);

  /**
   * What would have been done after all of it. Writes nothing.
   *
   * @throws dev.tributary.runtime.api.ApiException as {@link #begin}
   */
  Settled preview(String workspace, Doubt doubt);

  /**
   * Uses that are in doubt.
   *
   * @param rotationId the rotation that they are in doubt for
   * @param codeIds the codes
   * @param since those by orders that were made from this time on
   * @param rejects whether nobody is to be credited for them; else they are held
   * @param actor who doubts
   * @param reason why
   */
  record Doubt(
      String rotationId,
      List<String> codeIds,
      Instant since,
      boolean rejects,
      String actor,
      String reason) {
    /** Keeps its own copy. */
    public Doubt {
      codeIds = List.copyOf(codeIds);
    }
  }

  /**
   * What was done.
   *
   * @param orders orders that were held or rejected by all calls
   * @param holds holds of theirs that were placed or rejected
   * @param credits credits of these orders before, by creator and currency
   * @param written where what this call did stands in the feed
   */
  record Settled(long orders, long holds, List<Credited> credits, Positions written) {
    /** Keeps its own copy. */
    public Settled {
      credits = List.copyOf(credits);
    }
  }

  /**
   * Credit of one creator in one currency.
   *
   * @param creatorId the creator
   * @param currency the currency; empty for goals without amount
   * @param orders orders with such a credit
   * @param netMinor the credits after refunds added up, in minor units
   */
  record Credited(String creatorId, String currency, long orders, long netMinor) {}
}
