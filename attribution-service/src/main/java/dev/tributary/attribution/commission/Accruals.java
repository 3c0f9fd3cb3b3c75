package dev.tributary.attribution.commission;

import dev.tributary.attribution.conversion.CodeDiscounts;
import dev.tributary.attribution.conversion.ConversionKey;
import dev.tributary.attribution.feed.FeedKind;
import dev.tributary.runtime.log.Heads;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * Tells the feed what conversions earn collaborations that have terms: the difference between what
 * follows from everything committed and what was told before. Where tiers or caps let one sale
 * change what others earn, all sales of the collaboration are looked at.
 */
public final class Accruals {
  private final TermsBook terms;
  private final Accounts accounts;
  private final SaleStore sales = new SaleStore();
  private final TakenStore taken = new TakenStore();
  private final AccruedStore told = new AccruedStore();
  private final CodeDiscounts discounts = new CodeDiscounts();

  /** What follows from these terms. */
  public Accruals(TermsBook terms) {
    this.terms = terms;
    this.accounts = new Accounts(terms);
  }

  /** Those of the workspaces in which anybody has terms. */
  public Set<String> workspaces(Handle handle, Collection<String> workspaces) {
    return terms.workspaces(handle, workspaces);
  }

  /**
   * The conversions about which the feed has to be told something. Locks nothing.
   *
   * @param changed conversions that may earn something else than before
   * @param newTerms collaborations whose terms are new
   */
  public Set<ConversionKey> due(
      Handle handle, String workspace, Set<ConversionKey> changed, Set<String> newTerms) {
    return changes(handle, workspace, changed, newTerms).stream()
        .map(change -> change.after.place().key())
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /**
   * The conversions about which the feed has to be told something because others of their
   * collaborations are in a statement now: those keep their places, so the places of the rest are
   * other ones. Locks nothing.
   *
   * @param stated collaborations that have a new statement
   */
  Set<ConversionKey> dueAfterStatements(Handle handle, String workspace, Set<String> stated) {
    Set<String> moving = new TreeSet<>();
    terms
        .histories(handle, workspace, stated)
        .forEach(
            (id, history) -> {
              if (history.looksAtOtherSales()) {
                moving.add(id);
              }
            });
    return moving.isEmpty() ? Set.of() : due(handle, workspace, Set.of(), moving);
  }

  /**
   * Tells the feed about conversions, by what is committed now that their heads are locked.
   *
   * @param heads the locked heads of their shards; the caller finishes them
   * @param due the conversions
   */
  public void post(
      Handle handle, Heads heads, String workspace, Set<ConversionKey> due, Set<String> newTerms) {
    List<Accrued> rows = new ArrayList<>();
    for (Change change : changes(handle, workspace, due, newTerms)) {
      ConversionKey key = change.after.place().key();
      if (due.contains(key)) {
        rows.add(change.after);
        MovementProtos.ofSale(change.earning, change.before, change.after)
            .forEach(
                fact ->
                    heads.append(
                        key.shard(workspace),
                        workspace,
                        FeedKind.COMMISSION.stored(),
                        fact.toByteArray()));
      }
    }
    told.put(handle, workspace, rows);
  }

  private List<Change> changes(
      Handle handle, String workspace, Set<ConversionKey> changed, Set<String> newTerms) {
    List<Earning> earnings = earnings(handle, workspace, changed, newTerms);
    if (earnings.isEmpty()) {
      return List.of();
    }
    Set<ConversionKey> keys =
        earnings.stream().map(earning -> earning.sale().key()).collect(Collectors.toSet());
    Map<Accrued.Place, Accrued> known = told.of(handle, workspace, keys);
    Map<ConversionKey, Map<String, Long>> saved = discounts.of(handle, workspace, keys);
    List<Change> changes = new ArrayList<>();
    for (Earning earning : earnings) {
      Accrued.Place place =
          new Accrued.Place(
              earning.sale().key(), earning.terms().owner().collaborationId(), earning.currency());
      Accrued before = known.getOrDefault(place, Accrued.nothing(place));
      long discount =
          saved.getOrDefault(place.key(), Map.of()).getOrDefault(place.collaborationId(), 0L);
      Accrued after =
          before.now(
              earning.accruedMinor(), earning.reversedMinor(), earning.sale().leftOf(discount));
      if (!after.equals(before)) {
        changes.add(new Change(earning, before, after));
      }
    }
    return changes;
  }

  private List<Earning> earnings(
      Handle handle, String workspace, Set<ConversionKey> changed, Set<String> newTerms) {
    List<SaleStore.OwnedSale> rows =
        changed.isEmpty() ? List.of() : sales.ofConversions(handle, workspace, changed);
    Set<String> owners = new HashSet<>(newTerms);
    rows.forEach(row -> owners.add(row.collaborationId()));
    Map<String, TermsHistory> histories = terms.histories(handle, workspace, owners);
    Set<String> whole = new TreeSet<>(newTerms);
    histories.forEach(
        (id, history) -> {
          if (history.looksAtOtherSales()) {
            whole.add(id);
          }
        });
    whole.retainAll(histories.keySet());
    List<SaleStore.OwnedSale> all = new ArrayList<>();
    rows.stream().filter(row -> !whole.contains(row.collaborationId())).forEach(all::add);
    Map<String, List<Taken>> stated = new HashMap<>();
    if (!whole.isEmpty()) {
      all.addAll(sales.ofCollaborations(handle, workspace, whole, Cut.none()));
      stated.putAll(taken.sales(handle, workspace, whole));
    }
    List<Earning> earnings = new ArrayList<>();
    accounts
        .sales(handle, workspace, histories, all)
        .forEach(
            (id, sold) -> {
              if (histories.containsKey(id)) {
                earnings.addAll(
                    Earnings.of(
                        Objects.requireNonNull(histories.get(id)),
                        sold,
                        Accounts.byKey(stated.getOrDefault(id, List.of()))));
              }
            });
    earnings.removeIf(earning -> earning.currency().isEmpty());
    return earnings;
  }

  private record Change(Earning earning, Accrued before, Accrued after) {}
}
