package dev.tributary.attribution.health;

import dev.tributary.runtime.database.Database;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Judges how codes are used. Every answer is of one moment. */
public final class CodeHealths {
  private final Database database;
  private final HealthStore store = new HealthStore();

  /** The codes of a database. */
  public CodeHealths(Database database) {
    this.database = database;
  }

  /** The health of each code that is asked about, worst first. */
  List<CodeHealth> of(String workspace, Question question) {
    Counted counted = new Counted(question);
    Set<String> unused =
        database.snapshot(
            handle -> {
              Set<String> campaigns =
                  question.campaignId().isPresent()
                      ? Set.of(question.campaignId().get())
                      : store.campaignsOf(handle, workspace, question.codeIds());
              store.uses(handle, workspace, question, named(question), campaigns, counted::add);
              return campaigns;
            });
    return wanted(question, counted).stream()
        .map(codeId -> health(codeId, question, counted))
        .sorted(CodeHealth.WORST_FIRST)
        .toList();
  }

  /** Codes that are asked about, and those of their groups. */
  private static Set<String> named(Question question) {
    Set<String> codeIds = new LinkedHashSet<>(question.codeIds());
    codeIds.addAll(question.groupOf().keySet());
    return codeIds;
  }

  private static Collection<String> wanted(Question question, Counted counted) {
    return question.campaignId().isPresent()
        ? counted.codesOf(question.campaignId().get())
        : question.codeIds();
  }

  private static CodeHealth health(String codeId, Question question, Counted counted) {
    CodeHealth.Peers peers = counted.peersOf(codeId);
    Tally ofPeers = new Tally(question);
    counted.tallies.forEach(
        (other, tally) -> {
          if (!other.equals(codeId) && counted.peersOf(other).equals(peers)) {
            ofPeers.add(tally);
          }
        });
    return CodeHealth.of(
        codeId,
        counted.tallies.getOrDefault(codeId, new Tally(question)),
        peers,
        ofPeers,
        question);
  }

  /** All uses, counted by code. Not thread-safe. */
  private static final class Counted {
    /** Uses of one time are told apart by their campaign, so that the answer is always the same. */
    private static final Comparator<CodeUse> NEWEST =
        Comparator.comparing(CodeUse::time).thenComparing(CodeUse::campaignId);

    private final Question question;
    private final Map<String, Tally> tallies = new TreeMap<>();
    private final Map<String, CodeUse> newest = new HashMap<>();

    Counted(Question question) {
      this.question = question;
    }

    void add(CodeUse use) {
      tallies.computeIfAbsent(use.codeId(), absent -> new Tally(question)).add(use);
      newest.merge(
          use.codeId(), use, (known, next) -> NEWEST.compare(next, known) > 0 ? next : known);
    }

    /** The codes that a campaign has credit by. */
    List<String> codesOf(String campaignId) {
      List<String> codeIds = new ArrayList<>();
      newest.forEach(
          (codeId, use) -> {
            if (use.campaignId().equals(campaignId)) {
              codeIds.add(codeId);
            }
          });
      return codeIds;
    }

    /** A code's group; else the campaign of its newest use. */
    CodeHealth.Peers peersOf(String codeId) {
      String group = question.groupOf().get(codeId);
      if (group != null) {
        return new CodeHealth.Peers(CodeHealth.Basis.GROUP, group);
      }
      CodeUse use = newest.get(codeId);
      return use == null
          ? CodeHealth.Peers.NONE
          : new CodeHealth.Peers(CodeHealth.Basis.CAMPAIGN, use.campaignId());
    }
  }
}
