package dev.tributary.attribution.settle;

import dev.tributary.attribution.conversion.ConversionKey;
import dev.tributary.attribution.feed.FeedKind;
import dev.tributary.attribution.identity.Acquaintances;
import dev.tributary.attribution.identity.Identities;
import dev.tributary.attribution.settle.LinkedSuspectStore.Look;
import dev.tributary.runtime.feed.FeedItem;
import dev.tributary.runtime.feed.ShardRange;
import dev.tributary.runtime.feed.StoredEntry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;

/**
 * Finds the conversions that touches and identity links may change because one person has several
 * names: those of all customers that a visitor ever was, and of all visitors that these ever were.
 * More than really change is found; whether one does is decided by looking at it.
 */
public final class LinkedSuspects {
  private final Identities identities;
  private final LinkedSuspectStore store = new LinkedSuspectStore();

  /** Finds the conversions of everybody whom the identities know. */
  public LinkedSuspects(Identities identities) {
    this.identities = identities;
  }

  /** The conversions that the identity links of a page may change, by workspace. */
  public Map<String, Set<ConversionKey>> ordersOf(
      Handle handle, List<FeedItem<StoredEntry>> items) {
    List<Happening> links =
        items.stream()
            .filter(item -> item.entry().kind().equals(FeedKind.IDENTITY_LINK.stored()))
            .map(Happening::of)
            .toList();
    Map<String, Set<ConversionKey>> orders = new TreeMap<>();
    if (!links.isEmpty()) {
      Suspects suspects = new Suspects();
      addOrdersOf(handle, List.of(), links, suspects);
      suspects.forEach((workspace, keys) -> orders.put(workspace, new LinkedHashSet<>(keys)));
    }
    return orders;
  }

  /**
   * Adds the conversions of everybody who is acquainted with the persons of touches or links.
   *
   * @param ranges pieces of shards; what is no touch in them is left out
   * @param links identity links
   */
  void addOrdersOf(
      Handle handle, List<ShardRange> ranges, List<Happening> links, Suspects suspects) {
    Map<String, List<Happening>> byWorkspace = new TreeMap<>();
    for (Happening link : links) {
      byWorkspace.computeIfAbsent(link.workspace(), absent -> new ArrayList<>()).add(link);
    }
    for (Happening touch : store.touchesOfLinked(handle, ranges)) {
      byWorkspace.computeIfAbsent(touch.workspace(), absent -> new ArrayList<>()).add(touch);
    }
    byWorkspace.forEach(
        (workspace, happenings) -> {
          for (ConversionKey order : orders(handle, workspace, happenings)) {
            suspects.add(workspace, order);
          }
        });
  }

  private List<ConversionKey> orders(Handle handle, String workspace, List<Happening> happenings) {
    Map<Acquaintances.Of, Acquaintances> known = acquaintances(handle, workspace, happenings);
    List<Look> byVisitor = new ArrayList<>();
    List<Look> byCustomer = new ArrayList<>();
    for (Happening happening : happenings) {
      Acquaintances acquaintances = Objects.requireNonNull(known.get(happening.persons()));
      acquaintances.visitors().forEach(visitor -> byVisitor.add(Look.at(visitor, happening)));
      acquaintances.customers().forEach(customer -> byCustomer.add(Look.at(customer, happening)));
    }
    List<ConversionKey> orders = new ArrayList<>();
    orders.addAll(store.orders(handle, workspace, "visitor_key", byVisitor));
    orders.addAll(store.orders(handle, workspace, "customer_key", byCustomer));
    return orders;
  }

  private Map<Acquaintances.Of, Acquaintances> acquaintances(
      Handle handle, String workspace, List<Happening> happenings) {
    List<Acquaintances.Of> persons =
        happenings.stream().map(Happening::persons).distinct().toList();
    List<Acquaintances> found = identities.acquaintances(handle, workspace, persons);
    Map<Acquaintances.Of, Acquaintances> known = new HashMap<>();
    for (int i = 0; i < persons.size(); i++) {
      known.put(persons.get(i), found.get(i));
    }
    return known;
  }
}
