package dev.tributary.attribution.commission;

import com.google.protobuf.InvalidProtocolBufferException;
import dev.tributary.attribution.owner.OwnerProtos;
import dev.tributary.attribution.v1.CommissionBonus;
import dev.tributary.attribution.v1.CommissionFee;
import dev.tributary.attribution.v1.CommissionTerms;
import dev.tributary.runtime.api.Fields;
import dev.tributary.runtime.api.ProtoTimes;
import dev.tributary.runtime.api.Rejected;
import dev.tributary.runtime.money.Money;
import dev.tributary.runtime.money.MoneyProtos;
import dev.tributary.type.v1.ErrorReason;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Terms in the contract and in our records. */
final class CommissionTermsProtos {
  private static final int EXTRAS_MAX = 20;
  private static final int EXTRA_ID_CHARACTERS_MAX = 50;
  private static final int FIRST_PURCHASES_MAX = 1_000;
  private static final int HOLDING_DAYS_MAX = 365;
  private static final long CONVERSIONS_MAX = 1_000_000_000_000L;
  private static final long MILLION = 1_000_000;

  private CommissionTermsProtos() {}

  /**
   * Parses terms that are put.
   *
   * @param defaultZone the zone of terms without one
   * @return version 0
   */
  static Terms parse(CommissionTerms proto, ZoneId defaultZone) throws Rejected {
    Set<String> extras = new HashSet<>();
    return new Terms(
        OwnerProtos.parse("terms.owner", proto.hasOwner(), proto.getOwner())
            .orElseThrow(() -> missing("terms.owner")),
        0,
        Fields.time("terms.start_time", proto.hasStartTime(), proto.getStartTime()),
        proto.getTimeZone().isEmpty()
            ? defaultZone
            : Fields.zone("terms.time_zone", proto.getTimeZone()),
        RateProtos.parse("terms.rate", proto.getRate()),
        RateProtos.parseTiers("terms.tiers", proto.hasTiers(), proto.getTiers()),
        new Caps(
            amounts("terms.caps.order", proto.getCaps().getOrderList()),
            amounts("terms.caps.month", proto.getCaps().getMonthList()),
            amounts("terms.caps.total", proto.getCaps().getTotalList())),
        (int)
            Fields.inRange(
                "terms.first_purchases", proto.getFirstPurchases(), 0, FIRST_PURCHASES_MAX),
        (int) Fields.inRange("terms.holding_days", proto.getHoldingDays(), 0, HOLDING_DAYS_MAX),
        holdingStart(proto.getHoldingStart()),
        amounts("terms.minimum_payouts", proto.getMinimumPayoutsList()),
        fees(proto.getFeesList(), extras),
        bonuses(proto.getBonusesList(), extras));
  }

  /** Terms of a row. */
  static StoredTerms stored(CommissionTermsStore.Row row) {
    try {
      CommissionTerms proto = CommissionTerms.parseFrom(row.content());
      Terms terms = parse(proto, ZoneId.of(proto.getTimeZone())).numbered(row.version());
      return new StoredTerms(terms, row.createTime(), row.sequence());
    } catch (InvalidProtocolBufferException | Rejected broken) {
      throw new IllegalStateException(
          "terms %d of %s cannot be read".formatted(row.version(), row.collaborationId()), broken);
    }
  }

  /** The message of terms. */
  static CommissionTerms toProto(Terms terms, Instant createTime) {
    CommissionTerms.Builder proto =
        CommissionTerms.newBuilder()
            .setOwner(OwnerProtos.toProto(terms.owner()))
            .setStartTime(ProtoTimes.toProto(terms.start()))
            .setTimeZone(terms.zone().getId())
            .setRate(RateProtos.toProto(terms.rate()))
            .setFirstPurchases(terms.firstPurchases())
            .setHoldingDays(terms.holdingDays())
            .setHoldingStart(
                terms.holdingStart() == HoldingStart.CONVERSION
                    ? dev.tributary.attribution.v1.HoldingStart.HOLDING_START_CONVERSION
                    : dev.tributary.attribution.v1.HoldingStart.HOLDING_START_LAST_POSTING)
            .setTermsVersion(terms.version())
            .setCreateTime(ProtoTimes.toProto(createTime));
    if (!terms.tiers().tiers().isEmpty()) {
      proto.setTiers(RateProtos.toProto(terms.tiers()));
    }
    messages(terms.caps().order()).forEach(proto.getCapsBuilder()::addOrder);
    messages(terms.caps().month()).forEach(proto.getCapsBuilder()::addMonth);
    messages(terms.caps().total()).forEach(proto.getCapsBuilder()::addTotal);
    messages(terms.minimumPayout()).forEach(proto::addMinimumPayouts);
    terms.fees().forEach(fee -> proto.addFees(toProto(fee)));
    terms.bonuses().forEach(bonus -> proto.addBonuses(toProto(bonus)));
    return proto.build();
  }

  private static CommissionFee toProto(Fee fee) {
    CommissionFee.Builder proto =
        CommissionFee.newBuilder()
            .setFeeId(fee.feeId())
            .setAmount(MoneyProtos.toProto(fee.amount()));
    fee.dueTime().ifPresent(due -> proto.setDueTime(ProtoTimes.toProto(due)));
    return proto.build();
  }

  private static CommissionBonus toProto(Bonus bonus) {
    CommissionBonus.Builder proto =
        CommissionBonus.newBuilder()
            .setBonusId(bonus.bonusId())
            .setAmount(MoneyProtos.toProto(bonus.amount()))
            .setConversions(bonus.conversionMillionths() / MILLION);
    bonus.netSales().ifPresent(sales -> proto.setNetSales(MoneyProtos.toProto(sales)));
    return proto.build();
  }

  private static List<dev.tributary.type.v1.Money> messages(PerCurrency amounts) {
    return amounts.amounts().stream().map(MoneyProtos::toProto).toList();
  }

  private static HoldingStart holdingStart(dev.tributary.attribution.v1.HoldingStart proto)
      throws Rejected {
    if (proto == dev.tributary.attribution.v1.HoldingStart.HOLDING_START_UNSPECIFIED) {
      return HoldingStart.CONVERSION;
    }
    return Fields.known("terms.holding_start", proto)
            == dev.tributary.attribution.v1.HoldingStart.HOLDING_START_CONVERSION
        ? HoldingStart.CONVERSION
        : HoldingStart.LAST_POSTING;
  }

  private static PerCurrency amounts(String field, List<dev.tributary.type.v1.Money> protos)
      throws Rejected {
    List<Money> amounts = new ArrayList<>();
    Set<String> currencies = new HashSet<>();
    for (int i = 0; i < protos.size(); i++) {
      Money amount = RateProtos.amount("%s[%d]".formatted(field, i), protos.get(i), 0);
      RateProtos.requireNew(currencies, "%s[%d]".formatted(field, i), amount.currency());
      amounts.add(amount);
    }
    return PerCurrency.of(amounts);
  }

  private static List<Fee> fees(List<CommissionFee> protos, Set<String> extras) throws Rejected {
    Fields.inRange("terms.fees", protos.size(), 0, EXTRAS_MAX);
    List<Fee> fees = new ArrayList<>();
    for (int i = 0; i < protos.size(); i++) {
      String field = "terms.fees[%d]".formatted(i);
      CommissionFee proto = protos.get(i);
      fees.add(
          new Fee(
              extraId(field + ".fee_id", proto.getFeeId(), extras),
              RateProtos.amount(field + ".amount", proto.getAmount(), 1),
              Fields.optionalTime(field + ".due_time", proto.hasDueTime(), proto.getDueTime())));
    }
    return fees;
  }

  private static List<Bonus> bonuses(List<CommissionBonus> protos, Set<String> extras)
      throws Rejected {
    Fields.inRange("terms.bonuses", protos.size(), 0, EXTRAS_MAX);
    List<Bonus> bonuses = new ArrayList<>();
    for (int i = 0; i < protos.size(); i++) {
      String field = "terms.bonuses[%d]".formatted(i);
      CommissionBonus proto = protos.get(i);
      if (proto.hasNetSales() == (proto.getConversions() != 0)) {
        throw new Rejected(
            ErrorReason.ERROR_REASON_FIELD_MALFORMED,
            field,
            "both or neither of net_sales and conversions (expected: one of them)");
      }
      bonuses.add(
          new Bonus(
              extraId(field + ".bonus_id", proto.getBonusId(), extras),
              RateProtos.amount(field + ".amount", proto.getAmount(), 1),
              proto.hasNetSales()
                  ? Optional.of(RateProtos.amount(field + ".net_sales", proto.getNetSales(), 1))
                  : Optional.empty(),
              MILLION
                  * Fields.inRange(
                      field + ".conversions", proto.getConversions(), 0, CONVERSIONS_MAX)));
    }
    return bonuses;
  }

  private static String extraId(String field, String value, Set<String> extras) throws Rejected {
    String id = Fields.id(field, value);
    if (id.length() > EXTRA_ID_CHARACTERS_MAX) {
      throw new Rejected(
          ErrorReason.ERROR_REASON_FIELD_MALFORMED,
          field,
          "%d characters (expected: 1-%d)".formatted(id.length(), EXTRA_ID_CHARACTERS_MAX));
    }
    RateProtos.requireNew(extras, field, id);
    return id;
  }

  private static Rejected missing(String field) {
    return new Rejected(ErrorReason.ERROR_REASON_FIELD_MISSING, field, "absent (it is required)");
  }
}
