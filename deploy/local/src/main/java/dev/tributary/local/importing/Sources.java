package dev.tributary.local.importing;

import dev.tributary.ingestion.v1.Source;
import dev.tributary.type.v1.ProvenanceClass;
import java.util.List;

/** Where a row's numbers come from. */
final class Sources {
  static final List<Field> FIELDS =
      List.of(
          Field.optional(
              "provenance",
              "first_party_api, public_api, own_tracking, creator_export, creator_screenshot, "
                  + "manual, third_party or modelled",
              "manual"),
          Field.optional("system", "where it was read, 1-64 of A-Z a-z 0-9 . _ : -", "csv-import"));

  private Sources() {}

  /**
   * The source of a row.
   *
   * @param usual the provenance of a row that does not tell
   */
  static Source of(CsvRow row, ProvenanceClass usual) throws RowRejected {
    return Source.newBuilder()
        .setProvenance(
            row.get("provenance").isEmpty()
                ? usual
                : Cells.name(row, "provenance", ProvenanceClass.class, "PROVENANCE_CLASS_"))
        .setSystem(row.get("system").orElse("csv-import"))
        .build();
  }
}
