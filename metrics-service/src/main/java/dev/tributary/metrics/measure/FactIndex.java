package dev.tributary.metrics.measure;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import dev.tributary.metrics.fact.AccountKey;
import dev.tributary.metrics.fact.CampaignFact;
import dev.tributary.metrics.fact.ClickFact;
import dev.tributary.metrics.fact.CollaborationFact;
import dev.tributary.metrics.fact.CostFact;
import dev.tributary.metrics.fact.CreditFact;
import dev.tributary.metrics.fact.Facts;
import dev.tributary.metrics.fact.PostFact;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Facts, found by what they belong to. Built once for a question, read once for each window. */
public final class FactIndex {
  private final Facts facts;
  private final Map<String, CampaignFact> campaigns;
  private final Map<String, CollaborationFact> collaborations;
  private final Map<String, List<PostFact>> posts;
  private final Map<String, List<PostFact>> pastSales;
  private final Map<String, List<ClickFact>> clicks;
  private final Map<String, List<CreditFact>> credits;
  private final Map<String, List<CostFact>> costs;
  private final Map<String, List<CostFact>> campaignCosts;
  private final Map<String, Place> postPlaces = new HashMap<>();
  private final Map<String, Place> collaborationPlaces = new HashMap<>();

  /** Sorts the facts. */
  public FactIndex(Facts facts) {
    this.facts = facts;
    campaigns =
        facts.campaigns().stream().collect(toMap(CampaignFact::campaignId, Function.identity()));
    collaborations =
        facts.collaborations().stream()
            .collect(toMap(CollaborationFact::collaborationId, Function.identity()));
    posts = facts.posts().stream().collect(groupingBy(post -> post.collaborationId().orElse("")));
    // Looked for once: a series asks for every day and measure anew.
    pastSales =
        facts.posts().stream()
            .filter(PastSales::areToldBy)
            .collect(groupingBy(post -> post.collaborationId().orElse("")));
    clicks = facts.clicks().stream().collect(groupingBy(ClickFact::collaborationId));
    credits = facts.credits().stream().collect(groupingBy(CreditFact::collaborationId));
    costs = facts.costs().stream().collect(groupingBy(cost -> cost.collaborationId().orElse("")));
    campaignCosts =
        costs.getOrDefault("", List.of()).stream()
            .collect(groupingBy(cost -> cost.campaignId().orElse("")));
    facts.posts().forEach(post -> postPlaces.put(post.postId(), Places.ofPost(post, owner(post))));
    facts.collaborations().forEach(this::placeCollaboration);
  }

  /** The facts themselves. */
  public Facts facts() {
    return facts;
  }

  /** Place of a post of these facts. */
  public Place place(PostFact post) {
    return postPlaces.getOrDefault(post.postId(), Place.ANYWHERE);
  }

  /** Place of a collaboration of these facts. */
  public Place place(CollaborationFact collaboration) {
    return collaborationPlaces.getOrDefault(collaboration.collaborationId(), Place.ANYWHERE);
  }

  List<PostFact> postsOf(CollaborationFact collaboration) {
    return posts.getOrDefault(collaboration.collaborationId(), List.of());
  }

  /** Posts that stand for sales told as totals. */
  List<PostFact> pastSalesOf(CollaborationFact collaboration) {
    return pastSales.getOrDefault(collaboration.collaborationId(), List.of());
  }

  List<ClickFact> clicksOf(CollaborationFact collaboration) {
    return clicks.getOrDefault(collaboration.collaborationId(), List.of());
  }

  List<CreditFact> creditsOf(CollaborationFact collaboration) {
    return credits.getOrDefault(collaboration.collaborationId(), List.of());
  }

  List<CostFact> costsOf(CollaborationFact collaboration) {
    return costs.getOrDefault(collaboration.collaborationId(), List.of());
  }

  /** Costs of campaigns as a whole, by campaign. */
  Map<String, List<CostFact>> campaignCosts() {
    return campaignCosts;
  }

  /** Campaigns that measure an account. */
  List<CampaignFact> campaignsOf(AccountKey account) {
    return facts.campaigns().stream()
        .filter(campaign -> campaign.brandAccounts().contains(account))
        .toList();
  }

  /** When the first campaign that measures an account began. */
  Instant firstStartOf(AccountKey account) {
    return campaignsOf(account).stream()
        .map(campaign -> campaign.startDate().atStartOfDay(campaign.zone()).toInstant())
        .min(Instant::compareTo)
        .orElse(Instant.EPOCH);
  }

  /** The campaign's zone; UTC when the campaign is not known. */
  ZoneId zoneOf(Optional<String> campaignId) {
    return campaignId.map(campaigns::get).map(CampaignFact::zone).orElse(ZoneOffset.UTC);
  }

  private Optional<CollaborationFact> owner(PostFact post) {
    return post.collaborationId().map(collaborations::get);
  }

  private void placeCollaboration(CollaborationFact collaboration) {
    List<Place> ofPosts = postsOf(collaboration).stream().map(this::place).toList();
    collaborationPlaces.put(
        collaboration.collaborationId(), Places.ofCollaboration(collaboration, ofPosts));
  }
}
