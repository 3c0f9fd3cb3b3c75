package dev.tributary.ingestion.observation;

import com.google.protobuf.Timestamp;
import dev.tributary.ingestion.content.AccountRules;
import dev.tributary.runtime.api.Fields;
import dev.tributary.runtime.api.Rejected;
import java.time.Instant;
import java.util.Optional;

/** Who wrote something and when, either of which a source may leave out. */
final class AuthorRules {
  private AuthorRules() {}

  /** A handle without "@" or an id of the platform, or nothing. */
  static void check(String author) throws Rejected {
    Optional<String> name = Fields.optionalForeignId("author", author);
    if (name.isPresent()) {
      AccountRules.checkHandle("author", name.get());
    }
  }

  /** A time that is not ahead of us, or none. */
  static void checkTime(String field, boolean isPresent, Timestamp time, Instant now)
      throws Rejected {
    if (isPresent) {
      Fields.eventTime(field, true, time, now);
    }
  }
}
