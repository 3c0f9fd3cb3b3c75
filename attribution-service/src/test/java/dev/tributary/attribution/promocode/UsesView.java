package dev.tributary.attribution.promocode;

import dev.tributary.runtime.database.Database;
import dev.tributary.runtime.database.DatabaseConfig;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Looks at the tables of uses, beside a running service. */
public final class UsesView implements AutoCloseable {
  private final Database database;
  private final PromoCodes codes;
  private final ReservationStore reservations = new ReservationStore();

  /** The tables of a database that exists. */
  public UsesView(DatabaseConfig config) {
    this.database = Database.open(config, "db/log", "db/follower", "db/attribution");
    this.codes = new PromoCodes(database);
  }

  /** How often a code is used. */
  public CodeUsage usage(String workspace, String codeId) {
    return Objects.requireNonNull(
        database.read(handle -> codes.usage(handle, workspace, List.of(codeId))).get(codeId));
  }

  /** The state of the reservation of an order, and its version; NONE without one. */
  public String state(String workspace, String codeId, String orderKey) {
    return database
        .read(
            handle ->
                reservations.named(
                    handle, workspace, List.of(new ReservationKey(codeId, orderKey))))
        .stream()
        .map(each -> each.state() + " " + each.version())
        .findFirst()
        .orElse("NONE");
  }

  /** The state of every reservation of a code, with the limit it is over and its version. */
  public Map<String, String> states(String workspace, String codeId) {
    Map<String, String> states = new TreeMap<>();
    database
        .read(
            handle ->
                handle
                    .createQuery(
                        """
                        select order_key, state, over_limit, version from code_reservation
                        where workspace = :workspace and code_id = :codeId""")
                    .bind("workspace", workspace)
                    .bind("codeId", codeId)
                    .mapToMap()
                    .list())
        .forEach(
            row ->
                states.put(
                    String.valueOf(row.get("order_key")),
                    Stream.of("state", "over_limit", "version")
                        .map(row::get)
                        .filter(Objects::nonNull)
                        .map(String::valueOf)
                        .collect(Collectors.joining(" "))));
    return states;
  }

  /** Every row about uses, in order. */
  public List<Map<String, String>> rows() {
    return database.read(
        handle ->
            List.of(
                    "code_reservation order by workspace, code_id, order_key",
                    "code_counter order by workspace, code_id, currency_code",
                    "code_customer_counter order by workspace, code_id, customer_key",
                    "conversion_note order by workspace, order_id, note_no")
                .stream()
                .flatMap(
                    table ->
                        handle.createQuery("select * from " + table).mapToMap().list().stream()
                            .map(UsesView::texts))
                .toList());
  }

  /** Lets the settler look at everything again when the service starts the next time. */
  public void forgetWhatWasSettled() {
    database.write(
        handle ->
            handle.execute(
                "update feed_cursor set token = '', head_token = '', record_time = null"));
  }

  @Override
  public void close() {
    database.close();
  }

  private static Map<String, String> texts(Map<String, Object> row) {
    Map<String, String> texts = new TreeMap<>();
    row.forEach(
        (column, value) ->
            texts.put(
                column,
                value instanceof byte[] bytes
                    ? HexFormat.of().formatHex(bytes)
                    : String.valueOf(value)));
    return texts;
  }
}
