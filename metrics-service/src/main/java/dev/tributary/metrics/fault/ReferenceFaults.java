package dev.tributary.metrics.fault;

import dev.tributary.metrics.fact.CampaignFact;
import dev.tributary.metrics.fact.CollaborationFact;
import dev.tributary.metrics.fact.Facts;
import dev.tributary.metrics.fact.PostFact;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Names of things that the catalogue does not have. */
final class ReferenceFaults {
  private final Set<String> campaignIds;
  private final Set<String> creatorIds;
  private final Set<String> collaborationIds;

  ReferenceFaults(Facts facts) {
    campaignIds =
        facts.campaigns().stream().map(CampaignFact::campaignId).collect(Collectors.toSet());
    creatorIds = facts.creatorIds();
    collaborationIds =
        facts.collaborations().stream()
            .filter(CollaborationFact::catalogued)
            .map(CollaborationFact::collaborationId)
            .collect(Collectors.toSet());
  }

  /** The post's collaboration, if it does not exist. */
  Stream<Fault> of(PostFact post) {
    return unknown(post.collaborationId(), collaborationIds).stream()
        .map(
            id ->
                fault(
                    post.postId(),
                    id,
                    "Post %s names the collaboration %s, which does not exist."
                        .formatted(post.postId(), id)));
  }

  /** The collaboration's campaign and creator, or itself, if they do not exist. */
  Stream<Fault> of(CollaborationFact collaboration) {
    String id = collaboration.collaborationId();
    if (!collaboration.catalogued()) {
      return Stream.of(
          fault(
              "",
              id,
              "The collaboration %s is named by posts, clicks, credits or costs and does not exist."
                  .formatted(id)));
    }
    return Stream.concat(
            unknown(collaboration.campaignId(), campaignIds)
                .map(name -> "campaign " + name)
                .stream(),
            unknown(collaboration.creatorId(), creatorIds).map(name -> "creator " + name).stream())
        .map(
            named ->
                fault(
                    "",
                    id,
                    "The collaboration %s names the %s, which does not exist."
                        .formatted(id, named)));
  }

  private static Optional<String> unknown(Optional<String> id, Set<String> known) {
    return id.filter(name -> !known.contains(name));
  }

  private static Fault fault(String postId, String collaborationId, String message) {
    return new Fault(
        FaultKind.DANGLING_REFERENCE, postId, collaborationId, "", Optional.empty(), 0, 0, message);
  }
}
