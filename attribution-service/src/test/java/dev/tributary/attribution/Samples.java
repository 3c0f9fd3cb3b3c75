package dev.tributary.attribution;

import com.google.protobuf.Timestamp;
import dev.tributary.attribution.v1.Link;
import dev.tributary.attribution.v1.Owner;
import dev.tributary.attribution.v1.PromoCode;
import dev.tributary.attribution.v1.Touch;
import dev.tributary.attribution.v1.TouchType;
import dev.tributary.attribution.v1.UtmParameters;
import dev.tributary.runtime.api.ProtoTimes;
import dev.tributary.type.v1.ErrorReason;
import dev.tributary.type.v1.Verdict;
import dev.tributary.type.v1.VerdictStatus;
import java.time.Instant;
import java.util.List;

/** Messages with sensible defaults; a test changes what it is about. */
public final class Samples {
  /** A creator of a campaign. */
  public static final Owner ANNA = owner("anna");

  /** Another one. */
  public static final Owner BO = owner("bo");

  private Samples() {}

  /** A creator's collaboration in the campaign "spring". */
  public static Owner owner(String creator) {
    return Owner.newBuilder()
        .setCollaborationId("col-" + creator)
        .setCreatorId(creator)
        .setCampaignId("spring")
        .build();
  }

  /** Anna's code, always valid; its id is its text. */
  public static PromoCode.Builder code(String code) {
    return PromoCode.newBuilder().setCodeId(code).setCode(code).setOwner(ANNA);
  }

  /** Anna's link to the shop. */
  public static Link.Builder link(String linkId) {
    return Link.newBuilder()
        .setLinkId(linkId)
        .setOwner(ANNA)
        .setDestinationUrl("https://shop.example/sale?x=1#top")
        .setUtm(utm("instagram"));
  }

  /** UTM parameters of a creator's post. */
  public static UtmParameters utm(String source) {
    return UtmParameters.newBuilder()
        .setSource(source)
        .setMedium("creator")
        .setCampaign("spring")
        .build();
  }

  /** A click of one visitor an hour ago. */
  public static Touch.Builder touch(String touchId) {
    return Touch.newBuilder()
        .setTouchId(touchId)
        .setType(TouchType.TOUCH_TYPE_CLICK)
        .setEventTime(time(TestAttribution.NOW.minusSeconds(3_600)))
        .setLinkId("anna-bio")
        .setVisitorId("visitor-1");
  }

  /** A time in the contract. */
  public static Timestamp time(Instant time) {
    return ProtoTimes.toProto(time);
  }

  /** What became of the items, as names without prefix. */
  public static List<String> statuses(List<Verdict> verdicts) {
    return verdicts.stream().map(Samples::status).toList();
  }

  /** What became of an item: its status, or why it was refused and the field. */
  public static String status(Verdict verdict) {
    if (verdict.getStatus() == VerdictStatus.VERDICT_STATUS_REJECTED) {
      return reason(verdict.getRejection().getReason()) + " " + verdict.getRejection().getField();
    }
    return verdict.getStatus().name().substring("VERDICT_STATUS_".length());
  }

  private static String reason(ErrorReason reason) {
    return reason.name().substring("ERROR_REASON_".length());
  }
}
