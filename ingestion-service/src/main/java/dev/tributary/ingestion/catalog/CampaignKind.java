package dev.tributary.ingestion.catalog;

import com.google.protobuf.Parser;
import dev.tributary.ingestion.v1.Campaign;
import dev.tributary.runtime.api.ProtoTimes;
import dev.tributary.runtime.api.Rejected;
import java.time.Instant;
import java.util.Optional;

/** Campaigns: the only kind that is archived. */
final class CampaignKind implements CatalogKind<Campaign> {
  static final CampaignKind CAMPAIGN = new CampaignKind();

  private CampaignKind() {}

  @Override
  public String name() {
    return "campaign";
  }

  @Override
  public Parser<Campaign> parser() {
    return Campaign.parser();
  }

  @Override
  public String idOf(Campaign campaign) {
    return campaign.getCampaignId();
  }

  @Override
  public String parentOf(Campaign campaign) {
    return "";
  }

  @Override
  public void check(Campaign campaign) throws Rejected {
    CampaignRules.check(campaign);
  }

  @Override
  public Campaign contentOf(Campaign campaign) {
    return campaign.toBuilder().clearVersion().clearArchiveTime().build();
  }

  /** An archived campaign may be corrected; it stays archived. */
  @Override
  public Campaign stamped(Campaign content, Optional<Campaign> before, long version, Instant now) {
    Campaign.Builder stamped = content.toBuilder().setVersion(version);
    before
        .filter(Campaign::hasArchiveTime)
        .ifPresent(archived -> stamped.setArchiveTime(archived.getArchiveTime()));
    return stamped.build();
  }

  @Override
  public Optional<Instant> archiveTimeOf(Campaign campaign) {
    return campaign.hasArchiveTime()
        ? Optional.of(ProtoTimes.toInstant(campaign.getArchiveTime()))
        : Optional.empty();
  }

  /** The campaign as it is from its archiving on; that counts as a change. */
  Campaign archived(Campaign campaign, Instant now) {
    return campaign.toBuilder()
        .setVersion(campaign.getVersion() + 1)
        .setArchiveTime(ProtoTimes.toProto(now))
        .build();
  }
}
