package dev.tributary.runtime.api;

import dev.tributary.type.v1.ErrorReason;
import dev.tributary.type.v1.Rejection;

/**
 * One item of a batch is refused; the rest of its batch is not affected. Checked, because whoever
 * parses an item must decide what becomes of it; without stack trace, because it is an expected
 * outcome.
 */
public final class Rejected extends Exception {
  private static final long serialVersionUID = 1L;

  private final ErrorReason reason;
  private final String field;

  /**
   * Refuses an item.
   *
   * @param field path of the guilty field inside the item, for example "components.items_minor"
   * @param message what came and what is accepted; never a person's identifier
   */
  public Rejected(ErrorReason reason, String field, String message) {
    super(message, null, false, false);
    this.reason = reason;
    this.field = field;
  }

  /** Why, stable for programs. */
  public ErrorReason reason() {
    return reason;
  }

  /** Path of the guilty field inside the item. */
  public String field() {
    return field;
  }

  /** What came and what is accepted, for people. */
  public String message() {
    return String.valueOf(getMessage());
  }

  /** The same refusal as the API answers it. */
  public Rejection toRejection() {
    return Rejection.newBuilder().setReason(reason).setField(field).setMessage(message()).build();
  }

  /** The same refusal seen from one level further out: field "a" under the path "b" is "b.a". */
  public Rejected withPrefix(String path) {
    return new Rejected(reason, path + "." + field, message());
  }
}
