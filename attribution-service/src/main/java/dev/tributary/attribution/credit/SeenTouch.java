package dev.tributary.attribution.credit;

import dev.tributary.attribution.identity.Belonging;
import dev.tributary.attribution.link.Link;
import dev.tributary.attribution.touch.Touch;
import dev.tributary.runtime.identity.PersonKey;
import java.util.Comparator;

/**
 * A touch of the person, with its link looked up.
 *
 * @param touch the touch
 * @param match which link it followed
 * @param belonging how it belongs to the person
 */
public record SeenTouch(Touch touch, LinkMatch match, Belonging belonging) {
  /**
   * Newest first. Equal times are told apart by the touches' ids, and those of several visitors
   * with one id by the visitor. So the order follows from what was sent alone, never from when it
   * arrived: late touches are judged as if they had come in time.
   */
  static final Comparator<SeenTouch> NEWEST_FIRST =
      Comparator.comparing(SeenTouch::touch, Comparator.comparing(Touch::eventTime))
          .thenComparing(SeenTouch::touch, Comparator.comparing(Touch::touchId))
          .thenComparing(seen -> seen.touch().personKey().map(PersonKey::hex).orElse(""))
          .reversed();

  /** The link's id, as far as known. */
  String linkId() {
    return match.link().map(Link::linkId).or(touch::linkId).orElse("");
  }
}
