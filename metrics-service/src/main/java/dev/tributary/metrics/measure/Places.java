package dev.tributary.metrics.measure;

import dev.tributary.metrics.fact.AccountKey;
import dev.tributary.metrics.fact.CampaignFact;
import dev.tributary.metrics.fact.CollaborationFact;
import dev.tributary.metrics.fact.PostFact;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Where units belong. */
final class Places {
  private Places() {}

  /** A post is where it was published, and where its collaboration is. */
  static Place ofPost(PostFact post, Optional<CollaborationFact> collaboration) {
    return new Place(
        collaboration.flatMap(CollaborationFact::campaignId).orElse(""),
        collaboration.flatMap(CollaborationFact::creatorId).orElse(""),
        post.collaborationId().orElse(""),
        Optional.of(post.platform()),
        Optional.of(post.format()),
        post.followerCount().isPresent() ? Tier.of(post.followerCount().getAsLong()) : "",
        post.postId());
  }

  /** A collaboration is where all of its posts are; where they differ it cannot be told. */
  static Place ofCollaboration(CollaborationFact collaboration, List<Place> posts) {
    return new Place(
        collaboration.campaignId().orElse(""),
        collaboration.creatorId().orElse(""),
        collaboration.collaborationId(),
        common(posts, Place::platform).flatMap(Function.identity()),
        common(posts, Place::format).flatMap(Function.identity()),
        common(posts, Place::tier).orElse(""),
        common(posts, Place::postId).orElse(""));
  }

  /** A brand account is nobody's but its campaigns'. */
  static List<Place> ofAccount(AccountKey account, List<CampaignFact> campaigns) {
    return campaigns.stream()
        .map(CampaignFact::campaignId)
        .map(
            campaignId ->
                new Place(
                    campaignId, "", "", Optional.of(account.platform()), Optional.empty(), "", ""))
        .toList();
  }

  /** What was spent on a campaign as a whole belongs to nothing smaller. */
  static Place ofCampaign(String campaignId) {
    return new Place(campaignId, "", "", Optional.empty(), Optional.empty(), "", "");
  }

  private static <T> Optional<T> common(List<Place> places, Function<Place, T> value) {
    Set<T> values = places.stream().map(value).collect(Collectors.toSet());
    return values.size() == 1 ? values.stream().findAny() : Optional.empty();
  }
}
