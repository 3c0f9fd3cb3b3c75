package dev.tributary.local.demo.world;

import dev.tributary.ingestion.v1.Brief;
import dev.tributary.ingestion.v1.Collaboration;
import dev.tributary.ingestion.v1.CollaborationStatus;
import dev.tributary.ingestion.v1.Deliverable;
import dev.tributary.ingestion.v1.UsageRights;
import dev.tributary.runtime.api.ProtoTimes;
import dev.tributary.type.v1.Money;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;

/** What was agreed with each creator, and what they delivered. */
final class Collaborations {
  private Collaborations() {}

  /** The collaboration as the catalogue takes it; every post fulfils a deliverable, one is open. */
  static Collaboration toProto(
      DemoCreator creator, long feeMinor, List<DemoPost> posts, Calendar calendar) {
    LocalDate end = creator.sells() ? calendar.salesEnd() : calendar.awarenessEnd();
    Collaboration.Builder proto =
        Collaboration.newBuilder()
            .setCollaborationId(creator.collaborationId())
            .setCampaignId(creator.campaignId())
            .setCreatorId(creator.id())
            .setStatus(CollaborationStatus.COLLABORATION_STATUS_COMPLETED)
            .setFee(Money.newBuilder().setCurrencyCode(creator.currency()).setMinorUnits(feeMinor))
            .setBrief(
                Brief.newBuilder()
                    .setGoal(creator.sells() ? "Show the routine" : "Run at night, be seen")
                    .setCallToAction(creator.sells() ? "Use the code" : "Join the run")
                    .addHashtags(creator.sells() ? "springglow" : "nightrun")
                    .setDisclosureTag("ad"))
            .setUsageRights(UsageRights.newBuilder().addChannels("paid social"));
    for (DemoPost post : posts) {
      proto.addDeliverables(
          Deliverable.newBuilder()
              .setDeliverableId("for-" + post.id())
              .setFormat(post.format())
              .setDueDate(end.toString())
              .setSubmitTime(ProtoTimes.toProto(post.published().minus(Duration.ofDays(2))))
              .setApproveTime(ProtoTimes.toProto(post.published().minus(Duration.ofDays(1))))
              .setPostId(post.id()));
    }
    if (creator.number() % 13 == 0) {
      proto
          .setStatus(CollaborationStatus.COLLABORATION_STATUS_LIVE)
          .addDeliverables(
              Deliverable.newBuilder()
                  .setDeliverableId("owed")
                  .setFormat(posts.get(0).format())
                  .setDueDate(end.toString()));
    }
    return proto.build();
  }
}
