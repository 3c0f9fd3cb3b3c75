package dev.tributary.metrics.catalog;

import com.google.protobuf.Timestamp;
import dev.tributary.ingestion.v1.KpiTarget;
import dev.tributary.runtime.api.ProtoTimes;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalLong;

/** The catalogue as it stands in ingestion's feed. What was checked there is not checked again. */
public final class CatalogProtos {
  private CatalogProtos() {}

  /** A campaign. */
  public static Campaign campaign(dev.tributary.ingestion.v1.Campaign campaign) {
    return new Campaign(
        campaign.getCampaignId(),
        campaign.getVersion(),
        LocalDate.parse(campaign.getStartDate()),
        LocalDate.parse(campaign.getEndDate()),
        campaign.getTimeZone(),
        campaign.getCurrencyCode(),
        campaign.getBrandAccountsList().stream().map(CatalogProtos::account).distinct().toList(),
        campaign.getObjectiveValue(),
        campaign.getTargetsList().stream().map(CatalogProtos::target).toList());
  }

  private static CampaignTarget target(KpiTarget target) {
    return new CampaignTarget(
        target.getKpiId(),
        present(target.hasCount(), target.getCount()),
        present(target.hasRatioMillionths(), target.getRatioMillionths()),
        present(target.hasMoney(), target.getMoney().getMinorUnits()));
  }

  /** An account, wherever one is named. */
  public static Account account(dev.tributary.ingestion.v1.Account account) {
    return new Account(account.getPlatformValue(), account.getHandle());
  }

  /** A creator. */
  public static Creator creator(dev.tributary.ingestion.v1.Creator creator) {
    return new Creator(creator.getCreatorId(), creator.getVersion());
  }

  /** A collaboration. */
  public static Collaboration collaboration(
      dev.tributary.ingestion.v1.Collaboration collaboration) {
    return new Collaboration(
        collaboration.getCollaborationId(),
        collaboration.getVersion(),
        collaboration.getCampaignId(),
        collaboration.getCreatorId(),
        collaboration.getStatusValue());
  }

  /** A post. */
  public static Post post(dev.tributary.ingestion.v1.Post post) {
    return new Post(
        post.getPostId(),
        post.getVersion(),
        post.getCollaborationId(),
        post.getPlatformValue(),
        post.getFormatValue(),
        time(post.hasPublishTime(), post.getPublishTime()),
        time(post.hasExpireTime(), post.getExpireTime()),
        time(post.hasRemovalTime(), post.getRemovalTime()),
        present(post.hasFollowerCount(), post.getFollowerCount()));
  }

  private static OptionalLong present(boolean isPresent, long value) {
    return isPresent ? OptionalLong.of(value) : OptionalLong.empty();
  }

  private static Optional<Instant> time(boolean present, Timestamp time) {
    return present ? Optional.of(ProtoTimes.toInstant(time)) : Optional.empty();
  }
}
