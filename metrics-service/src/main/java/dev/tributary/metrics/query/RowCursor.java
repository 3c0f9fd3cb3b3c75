package dev.tributary.metrics.query;

import dev.tributary.metrics.fact.ContentFormat;
import dev.tributary.metrics.fact.Platform;
import dev.tributary.metrics.kpi.Rank;
import dev.tributary.metrics.kpi.RowOrder.Spot;
import dev.tributary.metrics.measure.Place;
import dev.tributary.runtime.api.ApiException;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;

/**
 * A row's spot as the texts of a page token. Anybody can make a token, so nothing is taken on
 * trust.
 */
final class RowCursor {
  private static final int PARTS = 11;
  private static final String RANKED = "ranked";

  private RowCursor() {}

  /** The texts of a spot. */
  static List<String> write(Spot spot) {
    Place key = spot.key();
    return List.of(
        spot.rank().isPresent() ? RANKED : "",
        spot.rank().map(Rank::currency).orElse(""),
        spot.rank().map(rank -> rank.numerator().toString()).orElse(""),
        spot.rank().map(rank -> rank.denominator().toString()).orElse(""),
        key.campaignId(),
        key.creatorId(),
        key.collaborationId(),
        key.platform().map(Platform::name).orElse(""),
        key.format().map(ContentFormat::name).orElse(""),
        key.tier(),
        key.postId());
  }

  /**
   * The spot of texts.
   *
   * @throws ApiException PAGE_TOKEN_MISMATCH if they are not a spot's
   */
  static Spot read(List<String> parts) {
    if (parts.size() != PARTS) {
      throw ApiException.pageTokenMismatch();
    }
    try {
      return new Spot(rank(parts), place(parts.subList(4, PARTS)));
    } catch (IllegalArgumentException notOurs) {
      throw ApiException.pageTokenMismatch();
    }
  }

  private static Optional<Rank> rank(List<String> parts) {
    return parts.get(0).equals(RANKED)
        ? Optional.of(
            new Rank(parts.get(1), new BigInteger(parts.get(2)), new BigInteger(parts.get(3))))
        : Optional.empty();
  }

  private static Place place(List<String> parts) {
    return new Place(
        parts.get(0),
        parts.get(1),
        parts.get(2),
        Optional.of(parts.get(3)).filter(name -> !name.isEmpty()).map(Platform::valueOf),
        Optional.of(parts.get(4)).filter(name -> !name.isEmpty()).map(ContentFormat::valueOf),
        parts.get(5),
        parts.get(6));
  }
}
