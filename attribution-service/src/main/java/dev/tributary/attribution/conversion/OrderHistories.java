package dev.tributary.attribution.conversion;

import dev.tributary.attribution.credit.CreditLedger;
import dev.tributary.attribution.credit.Posting;
import dev.tributary.attribution.credit.Share;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/**
 * Histories of orders as rows. Everything but the state of a conversion and who has which part of
 * it is only ever added, so saving a history means adding what it has more than before.
 */
final class OrderHistories {
  private final ConversionStore conversions = new ConversionStore();
  private final RevisionStore revisions = new RevisionStore();
  private final LedgerStore ledgers = new LedgerStore();
  private final ChangeStore changes = new ChangeStore();
  private final NoteStore notes = new NoteStore();
  private final CodeBindings bindings = new CodeBindings();
  private final EmailStore emails = new EmailStore();

  /** The history of every order with one of these keys, by key; of most orders nothing came yet. */
  Map<ConversionKey, OrderHistory> load(
      Handle handle, String workspace, Collection<ConversionKey> wanted) {
    return assemble(handle, workspace, wanted, conversions.byKeys(handle, workspace, wanted));
  }

  /** One page of conversions with their histories, in the order of lists. */
  List<OrderHistory> page(
      Handle handle, String workspace, ConversionFilter filter, Optional<Place> after, int limit) {
    List<StoredConversion> rows = conversions.page(handle, workspace, filter, after, limit);
    List<ConversionKey> keys = rows.stream().map(row -> row.conversion().key()).toList();
    return List.copyOf(assemble(handle, workspace, keys, rows).values());
  }

  /**
   * Writes what is new.
   *
   * @param before the histories as loaded
   * @param after the same orders, later
   */
  void save(
      Handle handle,
      String workspace,
      Map<ConversionKey, OrderHistory> before,
      Collection<OrderHistory> after) {
    List<Received<Change>> arrived = new ArrayList<>();
    List<RecordedConversion> created = new ArrayList<>();
    List<RecordedConversion> changed = new ArrayList<>();
    List<RecordedConversion> reattributed = new ArrayList<>();
    Map<ConversionKey, Integer> posted = new HashMap<>();
    for (OrderHistory now : after) {
      OrderHistory then = before.getOrDefault(now.key(), OrderHistory.nothing(now.key()));
      arrived.addAll(now.changes().subList(then.changes().size(), now.changes().size()));
      now.conversion()
          .filter(recorded -> !now.conversion().equals(then.conversion()))
          .ifPresent(then.conversion().isPresent() ? changed::add : created::add);
      now.conversion()
          .filter(recorded -> hasOtherShares(recorded, then))
          .ifPresent(reattributed::add);
      then.conversion().ifPresent(known -> posted.put(now.key(), known.ledger().postings().size()));
    }
    changes.insert(handle, workspace, arrived);
    conversions.insert(handle, workspace, created);
    conversions.update(handle, workspace, changed);
    ledgers.deleteShares(handle, workspace, reattributed);
    ledgers.insertShares(handle, workspace, concat(created, reattributed));
    notes.insert(handle, workspace, created);
    emails.insert(handle, workspace, created);
    List<RecordedConversion> all = concat(created, changed);
    revisions.insertMade(handle, workspace, all);
    bindings.save(handle, workspace, all);
    ledgers.insertPostings(handle, workspace, all, posted);
  }

  private static boolean hasOtherShares(RecordedConversion recorded, OrderHistory before) {
    return before
        .conversion()
        .filter(known -> !known.ledger().shares().equals(recorded.ledger().shares()))
        .isPresent();
  }

  private static List<RecordedConversion> concat(
      List<RecordedConversion> some, List<RecordedConversion> others) {
    return Stream.concat(some.stream(), others.stream()).toList();
  }

  private Map<ConversionKey, OrderHistory> assemble(
      Handle handle,
      String workspace,
      Collection<ConversionKey> wanted,
      List<StoredConversion> rows) {
    Set<ConversionKey> known =
        rows.stream().map(row -> row.conversion().key()).collect(Collectors.toSet());
    Map<ConversionKey, List<Received<Change>>> changesOf =
        changes.byKeys(handle, workspace, wanted);
    Map<ConversionKey, RecordedConversion> recorded = new HashMap<>();
    if (!rows.isEmpty()) {
      Map<ConversionKey, List<Share>> shares = ledgers.shares(handle, workspace, known);
      Map<ConversionKey, List<Posting>> postings = ledgers.postings(handle, workspace, known);
      Map<ConversionKey, List<Note>> notesOf = notes.byKeys(handle, workspace, known);
      for (StoredConversion row : rows) {
        ConversionKey key = row.conversion().key();
        Standing standing = standing(row, changesOf.getOrDefault(key, List.of()));
        CreditLedger ledger =
            new CreditLedger(
                shares.getOrDefault(key, List.of()),
                standing.baseMinor(),
                standing.claims(),
                row.payment().isVoided(),
                postings.getOrDefault(key, List.of()));
        recorded.put(key, row.withBooks(standing, ledger, notesOf.getOrDefault(key, List.of())));
      }
    }
    Map<ConversionKey, OrderHistory> histories = new LinkedHashMap<>();
    for (ConversionKey key : wanted) {
      histories.put(
          key,
          new OrderHistory(
              key, changesOf.getOrDefault(key, List.of()), Optional.ofNullable(recorded.get(key))));
    }
    return histories;
  }

  private static Standing standing(StoredConversion row, List<Received<Change>> changes) {
    Standing standing = Standing.of(row.conversion(), row.revision().policy().base());
    for (Received<Change> received : changes) {
      standing = standing.after(received.content());
    }
    return standing;
  }
}
