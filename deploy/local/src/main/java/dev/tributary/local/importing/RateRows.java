package dev.tributary.local.importing;

import dev.tributary.ingestion.v1.ExchangeRate;
import dev.tributary.ingestion.v1.Observation;
import dev.tributary.runtime.api.ProtoTimes;
import dev.tributary.type.v1.ProvenanceClass;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;

/**
 * Rows of a list of exchange rates.
 *
 * @param cells reads dates
 */
record RateRows(Cells cells) implements RowTable<Observation> {
  static final List<Field> FIELDS =
      Stream.of(
              List.of(
                  Field.required("base", "ISO 4217 code of the currency priced", "EUR"),
                  Field.required("quote", "ISO 4217 code it is priced in", "SEK"),
                  Field.required("date", "YYYY-MM-DD", "2026-05-01"),
                  Field.required("rate", "units of quote for one of base", "11.0475")),
              Sources.FIELDS)
          .flatMap(List::stream)
          .toList();

  private static final BigDecimal NANOS = BigDecimal.valueOf(1_000_000_000);

  @Override
  public Observation parse(CsvRow row) throws RowRejected {
    return Ids.identified(
        Observation.newBuilder()
            .setSource(Sources.of(row, ProvenanceClass.PROVENANCE_CLASS_THIRD_PARTY))
            .setObservedTime(ProtoTimes.toProto(cells.time(row, "date")))
            .setExchangeRate(
                ExchangeRate.newBuilder()
                    .setBaseCurrencyCode(Cells.currency(row, "base"))
                    .setQuoteCurrencyCode(Cells.currency(row, "quote"))
                    .setDate(cells.day(row, "date", cells.zone()).toString())
                    .setRateNanos(nanos(row))));
  }

  private static long nanos(CsvRow row) throws RowRejected {
    String text = row.require("rate");
    try {
      return new BigDecimal(text).multiply(NANOS).longValueExact();
    } catch (NumberFormatException | ArithmeticException unreadable) {
      throw RowRejected.malformed("rate", text, "a rate with up to 9 decimals such as 11.0475");
    }
  }
}
