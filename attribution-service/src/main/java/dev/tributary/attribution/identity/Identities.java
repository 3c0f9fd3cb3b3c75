package dev.tributary.attribution.identity;

import dev.tributary.attribution.identity.AcquaintanceStore.Asked;
import dev.tributary.runtime.identity.PersonKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/**
 * The persons behind conversions and touches, worked out from the recorded links whenever somebody
 * asks: three indexed queries for one as for a thousand.
 */
public final class Identities {
  /** How many visitors of a customer are looked at, those of the newest links. */
  public static final int VISITORS_MAX = 100;

  /**
   * How many links are looked at: of a customer the newest; of a visitor with more none, since that
   * is no person's device.
   */
  public static final int LINKS_MAX = 1_000;

  private static final Instant NO_END = Instant.parse("9999-12-31T00:00:00Z");

  private final AcquaintanceStore store = new AcquaintanceStore();

  /** Reads through the handle that the caller brings. */
  public Identities() {}

  /**
   * The clusters of any number of searches.
   *
   * @return the answers in the order of the searches
   */
  public List<Cluster> clusters(Handle handle, String workspace, List<ClusterSearch> searches) {
    return kin(handle, workspace, searches).stream().map(Kin::cluster).toList();
  }

  /**
   * The names of each person that its conversion does not have, and the links that tell them.
   *
   * @return the answers in the order of the searches
   */
  public List<List<LinkedName>> linkedNames(
      Handle handle, String workspace, List<ClusterSearch> searches) {
    return kin(handle, workspace, searches).stream().map(Kin::linkedNames).toList();
  }

  private List<Kin> kin(Handle handle, String workspace, List<ClusterSearch> searches) {
    List<Asked> visitors = new ArrayList<>();
    for (int i = 0; i < searches.size(); i++) {
      ClusterSearch search = searches.get(i);
      int searchNo = i;
      search
          .visitor()
          .ifPresent(key -> visitors.add(new Asked(searchNo, key, search.recordedUntil())));
    }
    Map<Integer, VisitorHistory> own = histories(handle, workspace, visitors);
    List<Optional<PersonKey>> customers = new ArrayList<>();
    for (int i = 0; i < searches.size(); i++) {
      ClusterSearch search = searches.get(i);
      Optional<VisitorHistory> history = Optional.ofNullable(own.get(i));
      customers.add(
          search.customer().or(() -> history.flatMap(each -> each.customerAt(search.time()))));
    }
    Map<Integer, List<VisitorHistory>> others = others(handle, workspace, searches, customers);
    List<Kin> kin = new ArrayList<>();
    for (int i = 0; i < searches.size(); i++) {
      kin.add(
          new Kin(
              searches.get(i),
              Optional.ofNullable(own.get(i)),
              customers.get(i),
              others.getOrDefault(i, List.of())));
    }
    return kin;
  }

  /**
   * Everybody whose conversions may depend on what somebody did: the customers that the visitor
   * ever was, and the visitors that these customers ever were. Retracted links count too, since the
   * retraction is what may have changed.
   *
   * @return the answers in the order of the questions
   */
  public List<Acquaintances> acquaintances(
      Handle handle, String workspace, List<Acquaintances.Of> questions) {
    List<Asked> visitors = new ArrayList<>();
    for (int i = 0; i < questions.size(); i++) {
      int searchNo = i;
      questions
          .get(i)
          .visitor()
          .ifPresent(visitor -> visitors.add(new Asked(searchNo, visitor, NO_END)));
    }
    Map<Integer, List<IdentityLink>> links = store.ofVisitors(handle, workspace, visitors);
    List<Acquaintances> found = new ArrayList<>();
    List<Asked> customers = new ArrayList<>();
    for (int i = 0; i < questions.size(); i++) {
      int searchNo = i;
      Set<PersonKey> known = new HashSet<>();
      questions.get(i).customer().ifPresent(known::add);
      links.getOrDefault(i, List.of()).forEach(link -> link.customer().ifPresent(known::add));
      known.forEach(customer -> customers.add(new Asked(searchNo, customer, NO_END)));
      found.add(
          new Acquaintances(new HashSet<>(questions.get(i).visitor().stream().toList()), known));
    }
    visitorsOf(handle, workspace, customers)
        .forEach((searchNo, known) -> found.get(searchNo).visitors().addAll(known));
    return found;
  }

  private Map<Integer, List<VisitorHistory>> others(
      Handle handle,
      String workspace,
      List<ClusterSearch> searches,
      List<Optional<PersonKey>> customers) {
    List<Asked> asked = new ArrayList<>();
    for (int i = 0; i < searches.size(); i++) {
      int searchNo = i;
      customers
          .get(i)
          .ifPresent(
              customer ->
                  asked.add(new Asked(searchNo, customer, searches.get(searchNo).recordedUntil())));
    }
    List<Integer> searchNos = new ArrayList<>();
    List<Asked> visitors = new ArrayList<>();
    store
        .ofCustomers(handle, workspace, asked)
        .forEach(
            (searchNo, known) -> {
              ClusterSearch search = searches.get(searchNo);
              for (PersonKey visitor : known) {
                if (!search.visitor().equals(Optional.of(visitor))) {
                  visitors.add(new Asked(searchNos.size(), visitor, search.recordedUntil()));
                  searchNos.add(searchNo);
                }
              }
            });
    Map<Integer, List<VisitorHistory>> others = new HashMap<>();
    histories(handle, workspace, visitors)
        .forEach(
            (place, history) ->
                others
                    .computeIfAbsent(searchNos.get(place), absent -> new ArrayList<>())
                    .add(history));
    return others;
  }

  /** The history of each visitor, by the number of its question. */
  private Map<Integer, VisitorHistory> histories(
      Handle handle, String workspace, List<Asked> visitors) {
    Map<Integer, List<IdentityLink>> links = store.ofVisitors(handle, workspace, visitors);
    Map<Integer, VisitorHistory> histories = new HashMap<>();
    for (Asked asked : visitors) {
      histories.put(
          asked.searchNo(),
          VisitorHistory.of(asked.person(), links.getOrDefault(asked.searchNo(), List.of())));
    }
    return histories;
  }

  /** The visitors of customers, by the search that asked for one or more of them. */
  private Map<Integer, Set<PersonKey>> visitorsOf(
      Handle handle, String workspace, List<Asked> customers) {
    List<Asked> numbered = new ArrayList<>();
    for (int i = 0; i < customers.size(); i++) {
      numbered.add(new Asked(i, customers.get(i).person(), customers.get(i).recordedUntil()));
    }
    Map<Integer, Set<PersonKey>> visitors = new HashMap<>();
    store
        .ofCustomers(handle, workspace, numbered)
        .forEach(
            (place, known) ->
                visitors
                    .computeIfAbsent(customers.get(place).searchNo(), absent -> new HashSet<>())
                    .addAll(known));
    return visitors;
  }
}
