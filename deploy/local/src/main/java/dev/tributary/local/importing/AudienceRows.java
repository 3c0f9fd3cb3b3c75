package dev.tributary.local.importing;

import dev.tributary.ingestion.v1.AudienceBreakdown;
import dev.tributary.ingestion.v1.AudienceBucket;
import dev.tributary.ingestion.v1.AudienceDimension;
import dev.tributary.ingestion.v1.AudienceKind;
import dev.tributary.ingestion.v1.Observation;
import dev.tributary.runtime.api.ProtoTimes;
import dev.tributary.type.v1.ProvenanceClass;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * Rows of who an audience is: a row is one part of it, and those that differ in nothing else are
 * one breakdown.
 *
 * @param cells reads times in the file's zone
 * @param fileTime when the numbers of a row were true that does not tell
 */
record AudienceRows(Cells cells, Instant fileTime) implements RowTable<Observation> {
  static final List<Field> FIELDS =
      Stream.of(
              List.of(
                  Field.optional("post_id", "the post; or platform and handle", ""),
                  Field.optional("platform", "instagram, tiktok, youtube, ...", "instagram"),
                  Field.optional("handle", "the account, with or without @", "emily.glows"),
                  Field.optional("native_id", "the platform's own id of the account", ""),
                  Field.optional("audience", "followers or reached; blank is followers", ""),
                  Field.required("dimension", "age, gender, country, city or language", "age"),
                  Field.optional(
                      "part", "25-34, female, DE, Berlin, pt-BR; blank is all the others", "25-34"),
                  Field.optional("count", "people; or share", ""),
                  Field.optional("share", "percent of the audience; or count", "41.5 %"),
                  Field.optional(
                      "observed_time",
                      "when it was true; blank is when the file was written",
                      "2026-05-10T08:00:00Z")),
              Sources.FIELDS)
          .flatMap(List::stream)
          .toList();

  private static final BigDecimal MILLIONTHS_PER_PERCENT = BigDecimal.valueOf(10_000);

  @Override
  public Observation parse(CsvRow row) throws RowRejected {
    AudienceBreakdown.Builder breakdown =
        AudienceBreakdown.newBuilder()
            .setKind(AudienceKind.AUDIENCE_KIND_FOLLOWERS)
            .setDimension(
                Cells.name(row, "dimension", AudienceDimension.class, "AUDIENCE_DIMENSION_"));
    if (row.get("audience").isPresent()) {
      breakdown.setKind(Cells.name(row, "audience", AudienceKind.class, "AUDIENCE_KIND_"));
    }
    if (row.get("post_id").isPresent()) {
      breakdown.setPostId(row.require("post_id"));
    } else {
      breakdown.setAccount(Accounts.of(row));
    }
    AudienceBucket part = part(row);
    if (part.getName().isEmpty()) {
      breakdown.setWithheld(part);
    } else {
      breakdown.addBuckets(part);
    }
    return Ids.identified(
        Observation.newBuilder()
            .setSource(Sources.of(row, ProvenanceClass.PROVENANCE_CLASS_CREATOR_EXPORT))
            .setObservedTime(
                ProtoTimes.toProto(cells.optionalTime(row, "observed_time").orElse(fileTime)))
            .setAudienceBreakdown(breakdown));
  }

  private static AudienceBucket part(CsvRow row) throws RowRejected {
    AudienceBucket.Builder part = AudienceBucket.newBuilder().setName(row.get("part").orElse(""));
    OptionalLong count = Cells.count(row, "count");
    return count.isPresent()
        ? part.setCount(count.getAsLong()).build()
        : part.setShareMillionths(share(row)).build();
  }

  /** A share to the millionth; sources tell no more than a hundredth of a percent. */
  private static long share(CsvRow row) throws RowRejected {
    String text = row.require("share");
    try {
      return new BigDecimal(text.replace("%", "").strip())
          .multiply(MILLIONTHS_PER_PERCENT)
          .setScale(0, RoundingMode.HALF_UP)
          .longValueExact();
    } catch (ArithmeticException | NumberFormatException unreadable) {
      throw RowRejected.malformed("share", text, "percent such as 41.5");
    }
  }
}
