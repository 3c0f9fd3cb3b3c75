package dev.tributary.local.importing;

import dev.tributary.ingestion.v1.Collaboration;
import dev.tributary.ingestion.v1.PutCollaboration;
import dev.tributary.ingestion.v1.PutCreator;
import dev.tributary.local.client.PagedLists;
import dev.tributary.local.client.WritePositions;
import dev.tributary.type.v1.ErrorReason;
import dev.tributary.type.v1.Rejection;
import dev.tributary.type.v1.Verdict;
import dev.tributary.type.v1.VerdictStatus;
import java.util.ArrayList;
import java.util.List;

/**
 * Keeps the rows of a file to its end, because several are about one creator, and sends them as
 * creators, collaborations and what goes with them.
 *
 * @param <T> a row as it was read
 */
final class BookSink<T> implements RowSink {
  private static final int ROWS_MAX = 100_000;

  private final RowTable<T> table;
  private final PagedLists catalog;
  private final Calls calls;
  private final Entries<T> entries;
  private final WritePositions positions;
  private final List<T> rows = new ArrayList<>();

  BookSink(
      RowTable<T> table,
      PagedLists catalog,
      Calls calls,
      Entries<T> entries,
      WritePositions positions) {
    this.table = table;
    this.catalog = catalog;
    this.calls = calls;
    this.entries = entries;
    this.positions = positions;
  }

  /**
   * What rows say.
   *
   * @param <T> a row
   */
  interface Entries<T> {
    /** Where the row starts. */
    long line(T row);

    /** The campaign it is about. */
    String campaignId(T row);

    /** Starts on a book that holds what the catalogue has. */
    Writer<T> open(CatalogBook book);

    /** Lanes to send before creators, for example campaigns. */
    List<Lane<?, ?>> before();

    /** Lanes to send after collaborations. */
    List<Lane<?, ?>> after();
  }

  /**
   * Writes rows into a book and lanes.
   *
   * @param <T> a row
   */
  interface Writer<T> {
    /**
     * Writes one row.
     *
     * @throws RowRejected if it contradicts a row before
     */
    void write(T row) throws RowRejected;
  }

  @Override
  public void add(CsvRow row) throws RowRejected {
    if (rows.size() >= ROWS_MAX) {
      throw new IllegalArgumentException(
          "more than %,d rows (expected: a file of one team's creators)".formatted(ROWS_MAX));
    }
    rows.add(table.parse(row));
  }

  @Override
  public List<Outcome> flush() {
    return List.of();
  }

  @Override
  public List<Outcome> finish() {
    RowVerdicts verdicts = new RowVerdicts();
    if (!rows.isEmpty()) {
      CatalogBook book = new CatalogBook(catalog.creators(), known());
      Writer<T> writer = entries.open(book);
      for (T row : rows) {
        write(row, writer, verdicts);
      }
      Lane<PutCreator, ?> creators = Lane.quiet(calls.creators());
      Lane<PutCollaboration, ?> collaborations = Lane.quiet(calls.collaborations());
      book.send(creators, collaborations);
      List<Lane<?, ?>> lanes = new ArrayList<>(entries.before());
      lanes.add(creators);
      lanes.add(collaborations);
      lanes.addAll(entries.after());
      lanes.forEach(lane -> lane.send(verdicts, positions));
    }
    rows.clear();
    return verdicts.outcomes();
  }

  @Override
  public boolean holdsRows() {
    return !rows.isEmpty();
  }

  @Override
  public void drop() {
    rows.clear();
  }

  @Override
  public List<String> summary() {
    return List.of();
  }

  private List<Collaboration> known() {
    return rows.stream()
        .map(entries::campaignId)
        .distinct()
        .flatMap(campaign -> catalog.collaborations(campaign).stream())
        .toList();
  }

  private void write(T row, Writer<T> writer, RowVerdicts verdicts) {
    try {
      writer.write(row);
    } catch (RowRejected contradiction) {
      verdicts.add(
          entries.line(row),
          Verdict.newBuilder()
              .setStatus(VerdictStatus.VERDICT_STATUS_REJECTED)
              .setRejection(
                  Rejection.newBuilder()
                      .setReason(ErrorReason.valueOf("ERROR_REASON_" + contradiction.reason()))
                      .setField(contradiction.field())
                      .setMessage(contradiction.text()))
              .build());
    }
  }
}
