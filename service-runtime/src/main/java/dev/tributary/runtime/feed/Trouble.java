package dev.tributary.runtime.feed;

import dev.tributary.runtime.database.Dialect;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What keeps a feed from being followed: logged when it begins, changes and ends, not each time.
 */
final class Trouble {
  private static final Logger log = LoggerFactory.getLogger(FeedFollower.class);

  private final String feedName;
  private volatile @Nullable Exception now;

  Trouble(String feedName) {
    this.feedName = feedName;
  }

  void report(Exception fault) {
    Exception before = now;
    now = fault;
    if (before != null && before.toString().equals(fault.toString())) {
      return;
    }
    if (fault instanceof PageHandover.FeedEnded) {
      // A peer that is not there is no fault of this code, so a stack would explain nothing.
      log.warn("feed {} is not followed: {}; trying again", feedName, fault.getMessage());
    } else {
      log.warn("feed {} is not followed; trying again from the committed cursor", feedName, fault);
    }
  }

  void over() {
    if (now != null) {
      now = null;
      log.info("feed {} is followed again", feedName);
    }
  }

  /** Whether it is over as soon as our own database answers. */
  boolean isOfDatabase() {
    Exception fault = now;
    return fault != null && Dialect.isConnectionFault(fault);
  }

  /** Empty while all is well. */
  Optional<String> now() {
    return Optional.ofNullable(now).map(Exception::toString);
  }
}
