package dev.tributary.ingestion.catalog;

import com.google.protobuf.Message;
import dev.tributary.ingestion.content.Canonical;
import dev.tributary.runtime.api.Fields;
import dev.tributary.runtime.api.Rejected;
import dev.tributary.type.v1.ErrorReason;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One item of a batch, judged by itself. Either its content is there or its refusal.
 *
 * @param id the item's id if it has a valid one, which a refused item may have too
 * @param content what is to be written, in canonical form, without output-only fields
 * @param refusal why it cannot be written
 * @param expectedVersion see {@link Put}
 */
record Candidate<M extends Message>(
    Optional<String> id,
    Optional<M> content,
    Optional<Rejected> refusal,
    OptionalLong expectedVersion) {

  static <M extends Message> Candidate<M> of(CatalogKind<M> kind, Put<M> put) {
    Optional<String> id = put.item().flatMap(item -> validId(kind.idOf(item)));
    try {
      M content = contentOf(kind, put);
      return new Candidate<>(id, Optional.of(content), Optional.empty(), put.expectedVersion());
    } catch (Rejected refusal) {
      return new Candidate<>(id, Optional.empty(), Optional.of(refusal), put.expectedVersion());
    }
  }

  /** The content, or the refusal. */
  M contentOrThrow() throws Rejected {
    if (refusal.isPresent()) {
      throw refusal.get();
    }
    return content.orElseThrow();
  }

  private static <M extends Message> M contentOf(CatalogKind<M> kind, Put<M> put) throws Rejected {
    if (put.expectedVersion().isPresent()) {
      Fields.nonNegative("expected_version", put.expectedVersion().getAsLong());
    }
    if (put.item().isEmpty()) {
      throw new Rejected(
          ErrorReason.ERROR_REASON_FIELD_MISSING, kind.name(), "absent (it is required)");
    }
    M item = put.item().get();
    try {
      kind.check(item);
    } catch (Rejected refusal) {
      throw refusal.withPrefix(kind.name());
    }
    return Canonical.of(kind.contentOf(item));
  }

  private static Optional<String> validId(String id) {
    try {
      return Optional.of(Fields.id("id", id));
    } catch (Rejected unusable) {
      return Optional.empty();
    }
  }
}
