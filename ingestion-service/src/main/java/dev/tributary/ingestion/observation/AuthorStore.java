package dev.tributary.ingestion.observation;

import com.google.protobuf.ByteString;
import dev.tributary.runtime.database.BulkInsert;
import dev.tributary.runtime.database.RowSink;
import dev.tributary.runtime.group.PlacedFact;
import dev.tributary.runtime.identity.PersonKey;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** The table observation_author: which observations name whom. */
final class AuthorStore {
  private static final BulkInsert<Row> INSERT =
      new BulkInsert<>(
          "observation_author", "workspace, author_key, shard, sequence", AuthorStore::write);

  /** Adds the authors of new observations. */
  void insert(Handle handle, List<PlacedFact<NewObservation>> observations) {
    List<Row> rows = new ArrayList<>();
    for (PlacedFact<NewObservation> placed : observations) {
      ObservationKey key = placed.fact().key();
      Place place = new Place(key.shard(), placed.sequence());
      WrittenItems.authors(placed.fact().observation())
          .forEach(author -> rows.add(new Row(key.workspace(), author, place)));
    }
    INSERT.run(handle, rows);
  }

  /** Where observations stand in the log that name an author, in its order. */
  List<Place> places(Handle handle, String workspace, PersonKey author) {
    return handle
        .createQuery(
            """
            select shard, sequence from observation_author
            where workspace = :workspace and author_key = :author
            order by shard, sequence""")
        .bind("workspace", workspace)
        .bind("author", author.bytes())
        .map((row, context) -> new Place(row.getInt("shard"), row.getLong("sequence")))
        .list();
  }

  /** Removes an author. */
  void delete(Handle handle, String workspace, PersonKey author) {
    handle
        .createUpdate(
            """
            delete from observation_author
            where workspace = :workspace and author_key = :author""")
        .bind("workspace", workspace)
        .bind("author", author.bytes())
        .execute();
  }

  private static void write(Row row, RowSink sink) throws SQLException {
    sink.text(row.workspace())
        .bytes(row.author().toByteArray())
        .integer(row.place().shard())
        .bigint(row.place().sequence());
  }

  private record Row(String workspace, ByteString author, Place place) {}
}
