package dev.tributary.local.importing;

import dev.tributary.local.client.WritePositions;
import java.util.List;
import java.util.function.Supplier;

/** Sends the parts of rows lane by lane, in the order of the lanes. */
final class LaneSink implements RowSink {
  private final RowReader reader;
  private final List<Lane<?, ?>> lanes;
  private final WritePositions positions;
  private final Supplier<List<String>> summary;

  /**
   * A sink that is empty.
   *
   * @param lanes in the order to send them; a row that one refuses is not sent to the next
   * @param summary what to print when all is sent
   */
  LaneSink(
      RowReader reader,
      List<Lane<?, ?>> lanes,
      WritePositions positions,
      Supplier<List<String>> summary) {
    this.reader = reader;
    this.lanes = List.copyOf(lanes);
    this.positions = positions;
    this.summary = summary;
  }

  /** A sink for rows that are one item each. */
  static <I, R> LaneSink of(RowTable<I> table, Lane<I, R> lane, WritePositions positions) {
    return new LaneSink(
        row -> List.of(new RowReader.Part<>(lane, table.parse(row))),
        List.of(lane),
        positions,
        List::of);
  }

  @Override
  public void add(CsvRow row) throws RowRejected {
    reader.read(row).forEach(part -> part.keep(row.lineNumber()));
  }

  @Override
  public List<Outcome> flush() {
    RowVerdicts verdicts = new RowVerdicts();
    lanes.forEach(lane -> lane.send(verdicts, positions));
    return verdicts.outcomes();
  }

  @Override
  public List<Outcome> finish() {
    return flush();
  }

  @Override
  public boolean holdsRows() {
    return false;
  }

  @Override
  public void drop() {
    lanes.forEach(Lane::clear);
  }

  @Override
  public List<String> summary() {
    return summary.get();
  }
}
