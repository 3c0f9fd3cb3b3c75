package dev.tributary.local.importing;

import dev.tributary.type.v1.VerdictStatus;

/**
 * What became of the rows of a file.
 *
 * @param recorded new
 * @param updated known with other content, which was replaced
 * @param already known with the same content
 * @param refused noted in the file of refused rows
 * @param readable in a dry run: could be sent
 */
record ImportCounts(long recorded, long updated, long already, long refused, long readable) {
  static final ImportCounts NONE = new ImportCounts(0, 0, 0, 0, 0);

  ImportCounts plus(VerdictStatus status) {
    return switch (status) {
      case VERDICT_STATUS_RECORDED ->
          new ImportCounts(recorded + 1, updated, already, refused, readable);
      case VERDICT_STATUS_UPDATED ->
          new ImportCounts(recorded, updated + 1, already, refused, readable);
      case VERDICT_STATUS_ALREADY_RECORDED ->
          new ImportCounts(recorded, updated, already + 1, refused, readable);
      case VERDICT_STATUS_REJECTED -> plusRefused();
      case VERDICT_STATUS_UNSPECIFIED, UNRECOGNIZED ->
          throw new IllegalStateException("a verdict of a kind that this client does not know");
    };
  }

  ImportCounts plusRefused() {
    return new ImportCounts(recorded, updated, already, refused + 1, readable);
  }

  ImportCounts plusReadable() {
    return new ImportCounts(recorded, updated, already, refused, readable + 1);
  }

  String describe() {
    return readable > 0
        ? "%,d rows could be sent, %,d refused; nothing was sent".formatted(readable, refused)
        : "%,d recorded, %,d updated, %,d already recorded, %,d refused"
            .formatted(recorded, updated, already, refused);
  }
}
