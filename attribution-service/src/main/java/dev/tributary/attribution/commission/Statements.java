package dev.tributary.attribution.commission;

import dev.tributary.runtime.api.ApiException;
import dev.tributary.runtime.database.Database;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import org.jdbi.v3.core.Handle;

/** Reads statements, and what is in none yet. */
public final class Statements {
  private final Database database;
  private final Clock clock;
  private final Accounts accounts;
  private final StatementStore statements = new StatementStore();
  private final LineStore lines = new LineStore();

  /** The statements of a database. */
  public Statements(Database database, TermsBook terms, Clock clock) {
    this.database = database;
    this.clock = clock;
    this.accounts = new Accounts(terms);
  }

  /** A page of statements by number, with the sums of all that fit. */
  Listed page(String workspace, StatementFilter filter, long after, int limit) {
    return database.snapshot(
        handle ->
            new Listed(
                statements.page(handle, workspace, filter, after, limit),
                statements.sums(handle, workspace, filter)));
  }

  /**
   * A statement with a page of its lines.
   *
   * @throws ApiException NOT_FOUND
   */
  Detailed statement(String workspace, long number, int afterLine, int limit) {
    return database.read(
        handle -> {
          Statement statement = found(handle, workspace, number);
          return new Detailed(
              statement, lines.page(handle, workspace, statement, afterLine, limit));
        });
  }

  /**
   * What no statement has of a collaboration, by currency.
   *
   * @throws ApiException NOT_FOUND without terms
   */
  List<StatedLine> open(String workspace, String collaborationId) {
    Instant now = clock.instant();
    return database.snapshot(
        handle -> {
          Account account =
              accounts.at(handle, workspace, List.of(collaborationId), Cut.none()).stream()
                  .findFirst()
                  .orElseThrow(() -> ApiException.notFound("commission_terms", collaborationId));
          SortedMap<String, List<Line>> open = OpenLines.of(account, now, now);
          List<StatedLine> all = new ArrayList<>();
          open.forEach(
              (currency, ofCurrency) ->
                  ofCurrency.forEach(
                      line ->
                          all.add(
                              new StatedLine(
                                  0, 0, account.history().last().owner(), currency, line))));
          return all;
        });
  }

  private Statement found(Handle handle, String workspace, long number) {
    return statements.byNumbers(handle, workspace, List.of(number)).stream()
        .findFirst()
        .orElseThrow(() -> ApiException.notFound("commission_statement", Long.toString(number)));
  }

  /**
   * A page of statements.
   *
   * @param statements the page
   * @param sums of all that fit the filter, by currency
   */
  record Listed(List<Statement> statements, List<StatementStore.Sum> sums) {}

  /**
   * A statement.
   *
   * @param statement the statement
   * @param lines a page of its lines
   */
  record Detailed(Statement statement, List<StatedLine> lines) {}
}
