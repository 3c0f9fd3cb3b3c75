package dev.tributary.attribution.promocode;

import dev.tributary.runtime.log.Positions;
import java.util.List;
import java.util.Optional;

/**
 * What a rotation did.
 *
 * @param olds the replaced codes, as they are now
 * @param news the codes in their places, one each
 * @param effects what is in question per creator
 * @param settled what was done about it, if anything was to be
 * @param written where it stands in the feed; empty when nothing was written
 */
record Rotated(
    List<PromoCode> olds,
    List<PromoCode> news,
    List<CodeCredits.CreatorUses> effects,
    Optional<DoubtfulUses.Settled> settled,
    Positions written) {
  /** Keeps its own copies. */
  Rotated {
    olds = List.copyOf(olds);
    news = List.copyOf(news);
    effects = List.copyOf(effects);
  }

  /** The same with what was done about orders. */
  Rotated with(DoubtfulUses.Settled done) {
    return new Rotated(olds, news, effects, Optional.of(done), written.merge(done.written()));
  }
}
