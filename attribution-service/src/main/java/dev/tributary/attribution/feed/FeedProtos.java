package dev.tributary.attribution.feed;

import com.google.protobuf.InvalidProtocolBufferException;
import dev.tributary.attribution.v1.CommissionFact;
import dev.tributary.attribution.v1.ConversionFact;
import dev.tributary.attribution.v1.ErasureFact;
import dev.tributary.attribution.v1.FeedEntry;
import dev.tributary.attribution.v1.FollowResponse;
import dev.tributary.attribution.v1.IdentityLinkFact;
import dev.tributary.attribution.v1.Link;
import dev.tributary.attribution.v1.OrderHoldFact;
import dev.tributary.attribution.v1.PromoCode;
import dev.tributary.attribution.v1.TouchFact;
import dev.tributary.runtime.api.ProtoTimes;
import dev.tributary.runtime.feed.FeedPage;
import dev.tributary.runtime.feed.StoredEntry;

/** Pages of the feed in the contract. */
final class FeedProtos {
  private FeedProtos() {}

  /** The message of a page. */
  static FollowResponse toProto(FeedPage<StoredEntry> page) {
    FollowResponse.Builder response =
        FollowResponse.newBuilder()
            .setNextCursor(page.next().encode())
            .setHeadPosition(page.head().encode());
    page.items().forEach(item -> response.addEntries(toProto(item.entry())));
    return response.build();
  }

  private static FeedEntry toProto(StoredEntry stored) {
    FeedEntry.Builder entry =
        FeedEntry.newBuilder()
            .setShard(stored.shard())
            .setSequence(stored.sequence())
            .setWorkspace(stored.workspace())
            .setRecordTime(ProtoTimes.toProto(stored.recordTime()));
    try {
      switch (FeedKind.ofStored(stored.kind())) {
        case PROMO_CODE -> entry.setPromoCode(PromoCode.parseFrom(stored.payload()));
        case LINK -> entry.setLink(Link.parseFrom(stored.payload()));
        case TOUCH -> entry.setTouch(TouchFact.parseFrom(stored.payload()));
        case CONVERSION -> entry.setConversion(ConversionFact.parseFrom(stored.payload()));
        case ORDER_HOLD -> entry.setOrderHold(OrderHoldFact.parseFrom(stored.payload()));
        case IDENTITY_LINK -> entry.setIdentityLink(IdentityLinkFact.parseFrom(stored.payload()));
        case ERASED -> entry.setErased(ErasureFact.parseFrom(stored.payload()));
        case COMMISSION -> entry.setCommission(CommissionFact.parseFrom(stored.payload()));
      }
    } catch (InvalidProtocolBufferException broken) {
      throw new IllegalStateException(
          "entry %d of shard %d cannot be read".formatted(stored.sequence(), stored.shard()),
          broken);
    }
    return entry.build();
  }
}
