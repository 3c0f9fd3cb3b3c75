package dev.tributary.attribution.touch;

import dev.tributary.attribution.batch.Admission;
import dev.tributary.attribution.batch.Content;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** A touch that is there; its row is read only when its fingerprint says that something differs. */
final class RecordedTouch implements Admission.Recorded {
  private final TouchStore store;
  private final Handle handle;
  private final KnownTouch known;

  RecordedTouch(TouchStore store, Handle handle, KnownTouch known) {
    this.store = store;
    this.handle = handle;
    this.known = known;
  }

  TouchKey key() {
    return known.key();
  }

  @Override
  public int shard() {
    return known.shard();
  }

  @Override
  public long sequence() {
    return known.sequence();
  }

  @Override
  public Optional<String> firstDifference(Content content) {
    if (known.fingerprint().matches(content)) {
      return Optional.empty();
    }
    NewTouch before = NewTouch.of(store.at(handle, shard(), sequence()));
    return content.firstDifference(before.content());
  }
}
