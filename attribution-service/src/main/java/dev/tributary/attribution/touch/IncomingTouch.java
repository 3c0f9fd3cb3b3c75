package dev.tributary.attribution.touch;

import dev.tributary.attribution.batch.Fingerprint;
import dev.tributary.runtime.group.Fact;
import java.util.Optional;

/**
 * A touch on its way to the log. What is needed to write it is computed before it queues, on the
 * thread that took it in.
 *
 * @param workspace whose touch it is
 * @param touch as it was sent
 * @param shard that of its visitor
 * @param fingerprint of its content
 */
public record IncomingTouch(String workspace, NewTouch touch, int shard, Fingerprint fingerprint)
    implements Fact<IncomingTouch> {

  /** A touch of a workspace. */
  static IncomingTouch of(String workspace, NewTouch touch) {
    return new IncomingTouch(workspace, touch, touch.shard(workspace), touch.fingerprint());
  }

  @Override
  public TouchKey key() {
    return new TouchKey(workspace, touch.touchId(), touch.personKey());
  }

  @Override
  public Optional<String> firstDifference(IncomingTouch other) {
    return touch.firstDifference(other.touch);
  }
}
