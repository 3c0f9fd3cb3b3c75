package dev.tributary.local.importing;

import dev.tributary.ingestion.v1.Account;
import dev.tributary.ingestion.v1.Collaboration;
import dev.tributary.ingestion.v1.Creator;
import dev.tributary.ingestion.v1.PutCollaboration;
import dev.tributary.ingestion.v1.PutCreator;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Creators and collaborations that several rows add to. It starts from what the catalogue has, so
 * that what a file does not tell stays, and remembers the versions, so that no change of somebody
 * else in between is lost.
 */
final class CatalogBook {
  private final Map<String, Creator> creators = new TreeMap<>();
  private final Map<String, Collaboration> collaborations = new TreeMap<>();
  private final Map<String, Set<Long>> linesByCreator = new LinkedHashMap<>();
  private final Map<String, Set<Long>> linesByCollaboration = new LinkedHashMap<>();

  CatalogBook(List<Creator> creators, Collection<Collaboration> collaborations) {
    creators.forEach(creator -> this.creators.put(creator.getCreatorId(), creator));
    collaborations.forEach(
        collaboration ->
            this.collaborations.put(collaboration.getCollaborationId(), collaboration));
  }

  /** Adds an account to a creator, who is made if there is none; accounts of others stay. */
  void addAccount(long line, String creatorId, String name, List<Account> accounts) {
    Creator.Builder creator =
        creators
            .getOrDefault(
                creatorId,
                Creator.newBuilder().setCreatorId(creatorId).setDisplayName(name).build())
            .toBuilder();
    for (Account account : accounts) {
      boolean isKnown =
          creator.getAccountsList().stream()
              .anyMatch(
                  known ->
                      known.getPlatform() == account.getPlatform()
                          && known.getHandle().equals(account.getHandle()));
      if (!isKnown) {
        creator.addAccounts(account);
      }
    }
    creators.put(creatorId, creator.build());
    linesByCreator.computeIfAbsent(creatorId, first -> new TreeSet<>()).add(line);
  }

  /** The collaboration as it stands, or a new one without terms. */
  Collaboration collaboration(String collaborationId, String campaignId, String creatorId) {
    return collaborations.getOrDefault(
        collaborationId,
        Collaboration.newBuilder()
            .setCollaborationId(collaborationId)
            .setCampaignId(campaignId)
            .setCreatorId(creatorId)
            .build());
  }

  /** Keeps the collaboration as a row left it. */
  void put(long line, Collaboration collaboration) {
    String id = collaboration.getCollaborationId();
    collaborations.put(id, collaboration);
    linesByCollaboration.computeIfAbsent(id, first -> new TreeSet<>()).add(line);
  }

  /** Hands over what rows have touched. */
  void send(Lane<PutCreator, ?> creatorLane, Lane<PutCollaboration, ?> collaborationLane) {
    linesByCreator.forEach(
        (id, lines) -> {
          Creator creator = creators.getOrDefault(id, Creator.getDefaultInstance());
          PutCreator put =
              PutCreator.newBuilder()
                  .setCreator(creator)
                  .setExpectedVersion(creator.getVersion())
                  .build();
          lines.forEach(line -> creatorLane.add(line, put));
        });
    linesByCollaboration.forEach(
        (id, lines) -> {
          Collaboration collaboration =
              collaborations.getOrDefault(id, Collaboration.getDefaultInstance());
          PutCollaboration put =
              PutCollaboration.newBuilder()
                  .setCollaboration(collaboration)
                  .setExpectedVersion(collaboration.getVersion())
                  .build();
          lines.forEach(line -> collaborationLane.add(line, put));
        });
  }
}
