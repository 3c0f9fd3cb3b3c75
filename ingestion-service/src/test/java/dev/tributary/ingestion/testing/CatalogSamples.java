package dev.tributary.ingestion.testing;

import com.google.protobuf.Timestamp;
import dev.tributary.ingestion.v1.Account;
import dev.tributary.ingestion.v1.Annotation;
import dev.tributary.ingestion.v1.AnnotationKind;
import dev.tributary.ingestion.v1.Brief;
import dev.tributary.ingestion.v1.Campaign;
import dev.tributary.ingestion.v1.Collaboration;
import dev.tributary.ingestion.v1.CollaborationStatus;
import dev.tributary.ingestion.v1.Creator;
import dev.tributary.ingestion.v1.Deliverable;
import dev.tributary.ingestion.v1.KpiTarget;
import dev.tributary.ingestion.v1.Post;
import dev.tributary.ingestion.v1.TargetAudience;
import dev.tributary.ingestion.v1.UsageRights;
import dev.tributary.runtime.api.ProtoTimes;
import dev.tributary.type.v1.ContentFormat;
import dev.tributary.type.v1.Money;
import dev.tributary.type.v1.Objective;
import dev.tributary.type.v1.Platform;
import java.time.Instant;

/** Catalogue items in which every field says something. */
public final class CatalogSamples {
  private CatalogSamples() {}

  public static Campaign.Builder aCampaign(String id) {
    return Campaign.newBuilder()
        .setCampaignId(id)
        .setDisplayName("Spring glow")
        .setObjective(Objective.OBJECTIVE_SALES)
        .setStartDate("2026-03-01")
        .setEndDate("2026-03-31")
        .setTimeZone("Europe/Stockholm")
        .setCurrencyCode("EUR")
        .setBudgetMinor(5_000_000)
        .addTargets(KpiTarget.newBuilder().setKpiId("roas").setRatioMillionths(4_000_000))
        .addTargets(KpiTarget.newBuilder().setKpiId("cpa").setMoney(euros(1_500)))
        .addTargets(KpiTarget.newBuilder().setKpiId("impressions").setCount(1_000_000))
        .setTargetAudience(
            TargetAudience.newBuilder()
                .addCountries("SE")
                .addAgeGroups("18-24")
                .addGenders("female"))
        .addBrandAccounts(anAccount("glowbrand"))
        .addCompetitorBrands("Shine")
        .addAnnotations(anAnnotation("2026-03-02T08:00:00Z"))
        .addAnnotations(anAnnotation("2026-03-05T08:00:00Z"));
  }

  public static Annotation anAnnotation(String time) {
    return Annotation.newBuilder()
        .setTime(time(time))
        .setKind(AnnotationKind.ANNOTATION_KIND_PRESS)
        .setText("In the evening news")
        .build();
  }

  public static Account anAccount(String handle) {
    return Account.newBuilder()
        .setPlatform(Platform.PLATFORM_INSTAGRAM)
        .setHandle(handle)
        .setNativeId("17841400000000000")
        .build();
  }

  public static Creator.Builder aCreator(String id) {
    return Creator.newBuilder()
        .setCreatorId(id)
        .setDisplayName("Anna")
        .addAccounts(anAccount("anna"))
        .addAccounts(Account.newBuilder().setPlatform(Platform.PLATFORM_TIKTOK).setHandle("anna"))
        .setCountryCode("SE")
        .addLanguages("sv")
        .addLanguages("pt-BR");
  }

  public static Collaboration.Builder aCollaboration(String id, String campaignId) {
    return Collaboration.newBuilder()
        .setCollaborationId(id)
        .setCampaignId(campaignId)
        .setCreatorId("anna")
        .setStatus(CollaborationStatus.COLLABORATION_STATUS_LIVE)
        .setFee(euros(100_000))
        .addDeliverables(
            Deliverable.newBuilder()
                .setDeliverableId("reel-1")
                .setFormat(ContentFormat.CONTENT_FORMAT_SHORT_VIDEO)
                .setDueDate("2026-03-10")
                .setSubmitTime(time("2026-03-08T10:00:00Z"))
                .setApproveTime(time("2026-03-09T10:00:00Z"))
                .setPostId("post-1")
                .setPrice(euros(50_000)))
        .setBrief(
            Brief.newBuilder()
                .setGoal("Show the routine")
                .setCallToAction("Use the code")
                .addKeyMessages("Vegan")
                .addMustMention("Glow Serum")
                .addHashtags("glow")
                .setDisclosureTag("ad"))
        .setUsageRights(
            UsageRights.newBuilder()
                .addChannels("paid social")
                .setStartTime(time("2026-03-10T00:00:00Z"))
                .setEndTime(time("2026-09-10T00:00:00Z"))
                .setPaidAmplification(true));
  }

  public static Post.Builder aPost(String id, String collaborationId) {
    return Post.newBuilder()
        .setPostId(id)
        .setCollaborationId(collaborationId)
        .setPlatform(Platform.PLATFORM_INSTAGRAM)
        .setFormat(ContentFormat.CONTENT_FORMAT_STORY)
        .setNativeId("3141592653589793238")
        .setUrl("https://instagram.example/p/1")
        .setPublishTime(time("2026-03-10T09:00:00Z"))
        .setExpireTime(time("2026-03-11T09:00:00Z"))
        .setFollowerCount(12_000)
        .setCaption("My morning\n#glow #ad")
        .setBoosted(true);
  }

  public static Money euros(long minor) {
    return Money.newBuilder().setCurrencyCode("EUR").setMinorUnits(minor).build();
  }

  public static Timestamp time(String time) {
    return ProtoTimes.toProto(Instant.parse(time));
  }
}
