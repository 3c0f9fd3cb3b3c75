package dev.tributary.ingestion.observation;

import dev.tributary.ingestion.v1.Account;
import dev.tributary.ingestion.v1.AudienceBreakdown;
import dev.tributary.ingestion.v1.Mentions;
import dev.tributary.ingestion.v1.Observation;
import dev.tributary.ingestion.v1.WebTraffic;
import dev.tributary.runtime.identity.LengthPrefixed;
import dev.tributary.runtime.log.Shards;
import dev.tributary.type.v1.Platform;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;

/**
 * What an observation is about. All observations of a subject live in one shard, in the order in
 * which they were received.
 *
 * @param kind sort of subject; its words are part of stored keys and never change
 * @param parts what names the subject among its kind, in a fixed order
 */
record Subject(String kind, List<String> parts) {
  private static final int KEY_BYTES = 16;

  Subject {
    parts = List.copyOf(parts);
  }

  /** The subject of an observation that keeps all rules. */
  static Subject of(Observation observation) {
    return switch (observation.getSubjectCase()) {
      case POST_COUNTERS -> post(observation.getPostCounters().getPostId());
      case ACCOUNT_COUNTERS -> account(observation.getAccountCounters().getAccount());
      case WEB_TRAFFIC -> traffic(observation.getWebTraffic());
      case COST -> cost(observation.getCost().getCostId());
      case EXCHANGE_RATE ->
          currencyPair(
              observation.getExchangeRate().getBaseCurrencyCode(),
              observation.getExchangeRate().getQuoteCurrencyCode());
      case AUDIENCE_BREAKDOWN -> audience(observation.getAudienceBreakdown());
      case COMMENTS -> commentsOn(observation.getComments().getPostId());
      case MENTIONS -> mentions(observation.getMentions());
      case SURVEY_RESULT -> surveyOf(observation.getSurveyResult().getCampaignId());
      case FEEDBACK -> feedbackOn(observation.getFeedback().getCollaborationId());
      case SUBJECT_NOT_SET ->
          throw new IllegalArgumentException("subject: absent (it is required)");
    };
  }

  static Subject post(String postId) {
    return new Subject("post", List.of(postId));
  }

  static Subject account(Platform platform, String handle) {
    return ofAccount("account", platform, handle);
  }

  static Subject audienceOfPost(String postId) {
    return new Subject("post_audience", List.of(postId));
  }

  static Subject audienceOfAccount(Platform platform, String handle) {
    return ofAccount("account_audience", platform, handle);
  }

  static Subject commentsOn(String postId) {
    return new Subject("post_comments", List.of(postId));
  }

  static Subject mentionsOfAccount(Platform platform, String handle) {
    return ofAccount("account_mentions", platform, handle);
  }

  static Subject mentionsOfKeyword(String keyword) {
    return new Subject("keyword_mentions", List.of(keyword));
  }

  static Subject surveyOf(String campaignId) {
    return new Subject("campaign_survey", List.of(campaignId));
  }

  static Subject feedbackOn(String collaborationId) {
    return new Subject("collaboration_feedback", List.of(collaborationId));
  }

  static Subject cost(String costId) {
    return new Subject("cost", List.of(costId));
  }

  static Subject trafficOfCollaboration(String collaborationId) {
    return new Subject("collaboration_traffic", List.of(collaborationId));
  }

  static Subject trafficOfCampaign(String campaignId) {
    return new Subject("campaign_traffic", List.of(campaignId));
  }

  static Subject currencyPair(String base, String quote) {
    return new Subject("currency_pair", List.of(base, quote));
  }

  /** The shard where all observations of this subject live. */
  int shardIn(String workspace) {
    String[] key = Stream.concat(Stream.of(kind), parts.stream()).toArray(String[]::new);
    return Shards.of(workspace, "subject", key);
  }

  /**
   * One column for all kinds: the first {@value #KEY_BYTES} bytes of SHA-256 over kind and parts,
   * as base64url.
   */
  String key() {
    byte[] parts =
        LengthPrefixed.encode(Stream.concat(Stream.of(kind), this.parts.stream()).toList());
    byte[] hash = Arrays.copyOf(sha256().digest(parts), KEY_BYTES);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
  }

  /** The platform stands in the key by its number in the contract, which cannot change. */
  private static Subject ofAccount(String kind, Platform platform, String handle) {
    return new Subject(kind, List.of(Integer.toString(platform.getNumber()), handle));
  }

  private static Subject account(Account account) {
    return account(account.getPlatform(), account.getHandle());
  }

  private static Subject audience(AudienceBreakdown breakdown) {
    Account account = breakdown.getAccount();
    return breakdown.hasPostId()
        ? audienceOfPost(breakdown.getPostId())
        : audienceOfAccount(account.getPlatform(), account.getHandle());
  }

  private static Subject mentions(Mentions mentions) {
    Account account = mentions.getAccount();
    return mentions.hasKeyword()
        ? mentionsOfKeyword(mentions.getKeyword())
        : mentionsOfAccount(account.getPlatform(), account.getHandle());
  }

  private static Subject traffic(WebTraffic traffic) {
    return traffic.getCollaborationId().isEmpty()
        ? trafficOfCampaign(traffic.getCampaignId())
        : trafficOfCollaboration(traffic.getCollaborationId());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("every Java platform has SHA-256", missing);
    }
  }
}
