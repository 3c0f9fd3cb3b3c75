package dev.tributary.metrics.testing;

import dev.tributary.attribution.v1.Attribution;
import dev.tributary.attribution.v1.CommissionFact;
import dev.tributary.attribution.v1.CommissionMovement;
import dev.tributary.attribution.v1.CommissionMovementKind;
import dev.tributary.attribution.v1.ConversionFact;
import dev.tributary.attribution.v1.ConversionType;
import dev.tributary.attribution.v1.Credit;
import dev.tributary.attribution.v1.CreditSource;
import dev.tributary.attribution.v1.FeedEntry;
import dev.tributary.attribution.v1.Link;
import dev.tributary.attribution.v1.Owner;
import dev.tributary.attribution.v1.PromoCode;
import dev.tributary.attribution.v1.TouchFact;
import dev.tributary.attribution.v1.TouchType;
import dev.tributary.type.v1.Money;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Entries of attribution's feed; what a test does not care for has a usual value. */
public final class Attributed {
  private static final int WHOLE = 1_000_000;

  private Attributed() {}

  /** A link of a creator. */
  public static FeedEntry link(String id, Owner owner) {
    return FeedEntry.newBuilder().setLink(Link.newBuilder().setLinkId(id).setOwner(owner)).build();
  }

  /** A link of a channel that is no creator's. */
  public static FeedEntry channelLink(String id) {
    return FeedEntry.newBuilder().setLink(Link.newBuilder().setLinkId(id)).build();
  }

  /** A code that is always valid. */
  public static FeedEntry code(String id, int version, Owner owner) {
    return code(id, version, owner, code -> {});
  }

  /** A code that is something else in some way. */
  public static FeedEntry code(
      String id, int version, Owner owner, Consumer<PromoCode.Builder> change) {
    var code = PromoCode.newBuilder().setCodeId(id).setVersion(version).setOwner(owner);
    change.accept(code);
    return FeedEntry.newBuilder().setPromoCode(code).build();
  }

  /** The owner of a link or credit. */
  public static Owner owner(String collaboration, String creator, String campaign) {
    return Owner.newBuilder()
        .setCollaborationId(collaboration)
        .setCreatorId(creator)
        .setCampaignId(campaign)
        .build();
  }

  /** A person's click. */
  public static FeedEntry click(String link, String time) {
    return touch(link, time, touch -> {});
  }

  /** A click that is something else in some way. */
  public static FeedEntry touch(String link, String time, Consumer<TouchFact.Builder> change) {
    var touch =
        TouchFact.newBuilder()
            .setType(TouchType.TOUCH_TYPE_CLICK)
            .setEventTime(Ingested.time(time))
            .setLinkId(link);
    change.accept(touch);
    return FeedEntry.newBuilder().setTouch(touch).build();
  }

  /** A purchase in euros with these credits. */
  public static FeedEntry order(String id, int revision, String time, Credit.Builder... credits) {
    return order(id, revision, time, order -> {}, credits);
  }

  /** A purchase in euros that is something else in some way. */
  public static FeedEntry order(
      String id,
      int revision,
      String time,
      Consumer<ConversionFact.Builder> change,
      Credit.Builder... credits) {
    var order =
        ConversionFact.newBuilder()
            .setStorefrontId("main")
            .setType(ConversionType.CONVERSION_TYPE_PURCHASE)
            .setOrderId(id)
            .setConversionTime(Ingested.time(time))
            .setCurrencyCode("EUR")
            .setAttribution(
                Attribution.newBuilder()
                    .setRevision(revision)
                    .addAllCredits(Stream.of(credits).map(Credit.Builder::build).toList()));
    change.accept(order);
    return FeedEntry.newBuilder().setConversion(order).build();
  }

  /** What an order has earned in euros. */
  public static FeedEntry commission(
      String orderId,
      CommissionMovementKind kind,
      int number,
      String time,
      Owner owner,
      long cents) {
    return FeedEntry.newBuilder()
        .setCommission(
            CommissionFact.newBuilder()
                .setMovement(
                    CommissionMovement.newBuilder()
                        .setOwner(owner)
                        .setKind(kind)
                        .setStorefrontId("main")
                        .setType(ConversionType.CONVERSION_TYPE_PURCHASE)
                        .setOrderId(orderId)
                        .setNumber(number)
                        .setAmount(Money.newBuilder().setCurrencyCode("EUR").setMinorUnits(cents))
                        .setTotalMinor(cents)
                        .setEffectiveTime(Ingested.time(time))))
        .build();
  }

  /** The same of a custom goal. */
  public static FeedEntry ofGoal(String name, FeedEntry commission) {
    FeedEntry.Builder entry = commission.toBuilder();
    entry
        .getCommissionBuilder()
        .getMovementBuilder()
        .setType(ConversionType.CONVERSION_TYPE_CUSTOM)
        .setCustomType(name);
    return entry.build();
  }

  /** A fixed fee in euros. */
  public static FeedEntry fee(String feeId, String time, Owner owner, long cents) {
    FeedEntry.Builder entry =
        commission("", CommissionMovementKind.COMMISSION_MOVEMENT_KIND_FEE, 1, time, owner, cents)
            .toBuilder();
    entry.getCommissionBuilder().getMovementBuilder().clearType().setSourceId(feeId);
    return entry.build();
  }

  /** A whole conversion credited by a code. */
  public static Credit.Builder byCode(Owner owner, long cents) {
    return credit(CreditSource.CREDIT_SOURCE_CODE, cents).setOwner(owner);
  }

  /** A whole conversion credited by a link. */
  public static Credit.Builder byLink(Owner owner, long cents) {
    return credit(CreditSource.CREDIT_SOURCE_LINK, cents).setOwner(owner);
  }

  /** A whole conversion that is nobody's. */
  public static Credit.Builder nobody(long cents) {
    return credit(CreditSource.CREDIT_SOURCE_UNATTRIBUTED, cents);
  }

  private static Credit.Builder credit(CreditSource source, long cents) {
    return Credit.newBuilder()
        .setSource(source)
        .setConversionMillionths(WHOLE)
        .setGrossMinor(cents)
        .setNetMinor(cents);
  }
}
