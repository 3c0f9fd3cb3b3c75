package dev.tributary.attribution.credit;

import dev.tributary.attribution.link.Link;
import dev.tributary.attribution.touch.Touch;
import java.util.Comparator;

/**
 * A touch of the person, with its link looked up.
 *
 * @param touch the touch
 * @param match which link it followed
 */
public record SeenTouch(Touch touch, LinkMatch match) {
  /**
   * Newest first. Equal times are told apart by the order of recording, and those of one
   * transaction by their place in the log; the id comes last, so that the order is always the same.
   */
  static final Comparator<SeenTouch> NEWEST_FIRST =
      Comparator.comparing(SeenTouch::touch, Comparator.comparing(Touch::eventTime))
          .thenComparing(SeenTouch::touch, Comparator.comparing(Touch::recordTime))
          .thenComparing(SeenTouch::touch, Comparator.comparingLong(Touch::sequence))
          .thenComparing(SeenTouch::touch, Comparator.comparing(Touch::touchId))
          .reversed();

  /** The link's id, as far as known. */
  String linkId() {
    return match.link().map(Link::linkId).or(touch::linkId).orElse("");
  }
}
