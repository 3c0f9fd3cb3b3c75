package dev.tributary.local.importing;

import dev.tributary.ingestion.v1.CollaborationStatus;
import dev.tributary.type.v1.ContentFormat;
import dev.tributary.type.v1.Money;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Rows of a roster.
 *
 * @param cells reads times in the file's zone
 * @param fileTime when followers were counted in a row that does not tell
 */
record RosterRows(Cells cells, Instant fileTime) implements RowTable<RosterRow> {
  static final List<Field> FIELDS =
      List.of(
          Field.required("campaign_id", "the campaign", "spring-glow"),
          Field.required("creator", "name for people", "Emily Björk"),
          Field.required("platform", "instagram, tiktok, youtube, ...", "instagram"),
          Field.required("handle", "with or without @", "@emily.glows"),
          Field.optional("creator_id", "blank is made from the name", ""),
          Field.optional("followers", "whole number", "48200"),
          Field.optional("observed_time", "when counted; blank is when the file was written", ""),
          Field.optional(
              "status",
              "invited, accepted, declined, contracted, live or completed; blank is accepted",
              ""),
          Field.optional("fee", "for this row's piece; rows of one creator add up", "500.00"),
          Field.optional("currency", "ISO 4217 code, required with fee", "EUR"),
          Field.optional(
              "deliverable",
              "image, carousel, short_video (or reel), long_video, story, live, text",
              "reel"),
          Field.optional("due_date", "YYYY-MM-DD", "2026-05-03"),
          Field.optional("code", "promo code of the creator", "EMILY10"),
          Field.optional("landing_url", "where the link leads", "https://shop.example/spring"));

  @Override
  public RosterRow parse(CsvRow row) throws RowRejected {
    String name = row.require("creator");
    return new RosterRow(
        row.lineNumber(),
        row.require("campaign_id"),
        row.get("creator_id").orElse(Ids.slug(name)),
        name,
        Accounts.of(row),
        followers(row),
        cells.optionalTime(row, "observed_time").orElse(fileTime),
        status(row),
        fee(row),
        format(row),
        dueDate(row),
        row.get("code"),
        row.get("landing_url"));
  }

  /** People write 48,200 in rosters. */
  private static OptionalLong followers(CsvRow row) throws RowRejected {
    Optional<String> text = row.get("followers");
    if (text.isEmpty()) {
      return OptionalLong.empty();
    }
    String digits = text.get().replaceAll("(?<=\\d)[,.' \\u00A0](?=\\d{3}(\\D|$))", "");
    if (!digits.matches("\\d{1,18}")) {
      throw RowRejected.malformed("followers", text.get(), "a whole number such as 48200");
    }
    return OptionalLong.of(Long.parseLong(digits));
  }

  private static Optional<CollaborationStatus> status(CsvRow row) throws RowRejected {
    return row.get("status").isEmpty()
        ? Optional.empty()
        : Optional.of(
            Cells.name(row, "status", CollaborationStatus.class, "COLLABORATION_STATUS_"));
  }

  private Optional<Money> fee(CsvRow row) throws RowRejected {
    if (row.get("fee").isEmpty()) {
      return Optional.empty();
    }
    String currency = Cells.currency(row, "currency");
    return Optional.of(
        Money.newBuilder()
            .setCurrencyCode(currency)
            .setMinorUnits(cells.requiredAmount(row, "fee", currency))
            .build());
  }

  private static Optional<ContentFormat> format(CsvRow row) throws RowRejected {
    return row.get("deliverable").isEmpty()
        ? Optional.empty()
        : Optional.of(PostRows.format(row, "deliverable"));
  }

  private String dueDate(CsvRow row) throws RowRejected {
    return row.get("due_date").isEmpty() ? "" : cells.day(row, "due_date", cells.zone()).toString();
  }
}
