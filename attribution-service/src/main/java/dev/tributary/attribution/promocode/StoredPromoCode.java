package dev.tributary.attribution.promocode;

import dev.tributary.attribution.batch.Admission;
import dev.tributary.attribution.batch.Content;
import java.util.Optional;

/**
 * A code with what only its own tables need to know.
 *
 * @param code the code as it stands
 * @param creation what it was created with, which later changes leave alone
 * @param shard its shard in the log
 * @param sequence place of its newest change in the shard
 */
record StoredPromoCode(PromoCode code, NewPromoCode creation, int shard, long sequence)
    implements Admission.Recorded {
  @Override
  public Optional<String> firstDifference(Content content) {
    return content.firstDifference(creation.content());
  }
}
