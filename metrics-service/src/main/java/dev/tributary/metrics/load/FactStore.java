package dev.tributary.metrics.load;

import static java.util.stream.Collectors.toSet;

import dev.tributary.metrics.fact.AccountFact;
import dev.tributary.metrics.fact.AccountKey;
import dev.tributary.metrics.fact.CampaignFact;
import dev.tributary.metrics.fact.ClickFact;
import dev.tributary.metrics.fact.CollaborationFact;
import dev.tributary.metrics.fact.CostFact;
import dev.tributary.metrics.fact.CreditFact;
import dev.tributary.metrics.fact.FactFilter;
import dev.tributary.metrics.fact.Facts;
import dev.tributary.metrics.fact.PostFact;
import dev.tributary.metrics.fact.TimeRange;
import dev.tributary.metrics.fact.Timeline;
import dev.tributary.metrics.fact.UnknownMetric;
import dev.tributary.metrics.load.SalesStore.Bucket;
import dev.tributary.metrics.vocabulary.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/**
 * Reads what is known about a question, see {@link Facts}: about a dozen statements, however much
 * is asked.
 */
public final class FactStore {
  private static final String FOLLOWERS = "followers";

  private final CatalogFactStore catalog = new CatalogFactStore();
  private final SalesStore sales = new SalesStore();
  private final CostFactStore costs = new CostFactStore();
  private final CommissionFactStore commissions = new CommissionFactStore();
  private final RateFactStore rates = new RateFactStore();
  private final TimelineStore timelines;

  /**
   * A store of facts.
   *
   * @param vocabulary says which canonical metric a native name is
   */
  public FactStore(Vocabulary vocabulary) {
    this.timelines = new TimelineStore(vocabulary);
  }

  /**
   * Facts for values of a window, or of all time.
   *
   * @param snapshot a transaction in which all statements see the same moment
   * @param window clicks and credits outside of it are left out; posts, readings and costs never
   *     are, since a value at its start may stand on what was seen long before
   */
  public Facts load(Handle snapshot, FactFilter filter, Optional<TimeRange> window) {
    return load(snapshot, filter, window, Bucket.WHOLE);
  }

  /** The same with clicks in quarters of an hour, which no day of any zone divides. */
  public Facts loadSeries(Handle snapshot, FactFilter filter, TimeRange range) {
    return load(snapshot, filter, Optional.of(range), Bucket.QUARTER_HOUR);
  }

  /** One campaign of the catalogue, for what depends on its dates or zone. */
  public Optional<CampaignFact> campaign(Handle snapshot, String workspace, String campaignId) {
    return catalog.campaigns(snapshot, workspace, Optional.of(Set.of(campaignId))).stream()
        .findFirst();
  }

  private Facts load(
      Handle handle, FactFilter filter, Optional<TimeRange> range, Bucket clickBucket) {
    var chosen = new ChosenCollaborations(handle, filter);
    Scope scope = chosen.scope();
    List<PostRow> posts = catalog.posts(handle, scope);
    List<ClickFact> clicks = sales.clicks(handle, scope, range, clickBucket);
    List<CreditFact> credits = sales.credits(handle, scope, range);
    List<CostFact> spent =
        Stream.concat(
                costs.costs(handle, scope).stream(), commissions.costs(handle, scope).stream())
            .toList();
    List<CollaborationFact> collaborations =
        chosen.with(handle, named(posts, clicks, credits, spent));
    List<CampaignFact> campaigns =
        catalog.campaigns(
            handle, scope.workspace(), campaignIds(filter, scope, collaborations, spent));
    Map<PostRow, SubjectTimelines> ofPosts = timelines.ofPosts(handle, scope, posts);
    Map<AccountKey, SubjectTimelines> ofAccounts =
        timelines.ofAccounts(handle, scope.workspace(), accounts(scope, campaigns));
    return new Facts(
        campaigns,
        catalog.creators(handle, scope.workspace(), creatorIds(collaborations)),
        collaborations,
        ofPosts.entrySet().stream().map(FactStore::post).toList(),
        clicks,
        credits,
        spent,
        ofAccounts.entrySet().stream().map(FactStore::account).toList(),
        rates.rates(handle, scope.workspace()),
        unknown(ofPosts, ofAccounts));
  }

  private static Set<String> named(
      List<PostRow> posts, List<ClickFact> clicks, List<CreditFact> credits, List<CostFact> costs) {
    return Stream.of(
            posts.stream().flatMap(post -> post.collaborationId().stream()),
            clicks.stream().map(ClickFact::collaborationId),
            credits.stream().map(CreditFact::collaborationId),
            costs.stream().flatMap(cost -> cost.collaborationId().stream()))
        .flatMap(ids -> ids)
        .collect(toSet());
  }

  /** Absent for all campaigns. */
  private static Optional<Set<String>> campaignIds(
      FactFilter filter,
      Scope scope,
      List<CollaborationFact> collaborations,
      List<CostFact> costs) {
    return scope
        .collaborationIds()
        .map(
            chosen ->
                Stream.of(
                        filter.campaignIds().stream(),
                        collaborations.stream().flatMap(known -> known.campaignId().stream()),
                        costs.stream().flatMap(cost -> cost.campaignId().stream()))
                    .flatMap(ids -> ids)
                    .collect(toSet()));
  }

  private static Set<String> creatorIds(List<CollaborationFact> collaborations) {
    return collaborations.stream().flatMap(known -> known.creatorId().stream()).collect(toSet());
  }

  private static Set<AccountKey> accounts(Scope scope, List<CampaignFact> campaigns) {
    return scope.hasWholeCampaigns()
        ? campaigns.stream().flatMap(campaign -> campaign.brandAccounts().stream()).collect(toSet())
        : Set.of();
  }

  private static PostFact post(Map.Entry<PostRow, SubjectTimelines> entry) {
    return entry.getKey().with(entry.getValue().timelines());
  }

  private static AccountFact account(Map.Entry<AccountKey, SubjectTimelines> entry) {
    return new AccountFact(
        entry.getKey(), entry.getValue().timelines().getOrDefault(FOLLOWERS, Timeline.EMPTY));
  }

  private static List<UnknownMetric> unknown(
      Map<PostRow, SubjectTimelines> posts, Map<AccountKey, SubjectTimelines> accounts) {
    var unknown = new ArrayList<UnknownMetric>();
    posts.forEach(
        (post, subject) ->
            unknown.addAll(subject.unknown(Optional.of(post.postId()), post.postId())));
    accounts.forEach(
        (account, subject) ->
            unknown.addAll(subject.unknown(Optional.empty(), account.toString())));
    return unknown;
  }
}
