package dev.tributary.attribution.commission;

import dev.tributary.attribution.conversion.ConversionType;
import dev.tributary.attribution.conversion.ConversionTypeProtos;
import dev.tributary.attribution.v1.CommissionRate;
import dev.tributary.attribution.v1.CommissionTier;
import dev.tributary.attribution.v1.CommissionTiers;
import dev.tributary.attribution.v1.FlatCommission;
import dev.tributary.runtime.api.Fields;
import dev.tributary.runtime.api.Rejected;
import dev.tributary.runtime.money.Money;
import dev.tributary.runtime.money.MoneyProtos;
import dev.tributary.type.v1.ErrorReason;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Rates and tiers in the contract and in our records. */
final class RateProtos {
  private static final long AMOUNT_MAX = 1_000_000_000_000_000L;
  private static final int BASIS_POINTS_MAX = 10_000;
  private static final int PARTS_MAX = 50;
  private static final long CONVERSIONS_MAX = 1_000_000_000_000L;
  private static final long MILLION = 1_000_000;

  private RateProtos() {}

  /** Parses a rate; an absent one earns nothing. */
  static Rate parse(String field, CommissionRate proto) throws Rejected {
    Fields.inRange(field + ".flats", proto.getFlatsCount(), 0, PARTS_MAX);
    List<FlatRate> flats = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < proto.getFlatsCount(); i++) {
      FlatCommission flat = proto.getFlats(i);
      String path = "%s.flats[%d]".formatted(field, i);
      ConversionType type =
          ConversionTypeProtos.parse(path + ".", flat.getType(), flat.getCustomType());
      Money amount = amount(path + ".amount", flat.getAmount(), 0);
      requireNew(seen, path, type + " in " + amount.currency());
      flats.add(new FlatRate(type, amount));
    }
    return new Rate(
        (int) Fields.inRange(field + ".basis_points", proto.getBasisPoints(), 0, BASIS_POINTS_MAX),
        flats);
  }

  /** Parses tiers that may be absent. */
  static Tiers parseTiers(String field, boolean present, CommissionTiers proto) throws Rejected {
    if (!present) {
      return Tiers.NONE;
    }
    TierBasis basis = basis(field + ".basis", proto.getBasis());
    TierMode mode = mode(field + ".mode", proto.getMode());
    Fields.inRange(field + ".tiers", proto.getTiersCount(), 1, PARTS_MAX);
    List<Tier> tiers = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < proto.getTiersCount(); i++) {
      String path = "%s.tiers[%d]".formatted(field, i);
      Tier tier = tier(path, basis, proto.getTiers(i));
      requireNew(seen, path, tier.from() + " " + tier.currency());
      tiers.add(tier);
    }
    return new Tiers(basis, mode, tiers);
  }

  /** The message of a rate. */
  static CommissionRate toProto(Rate rate) {
    CommissionRate.Builder proto = CommissionRate.newBuilder().setBasisPoints(rate.basisPoints());
    for (FlatRate flat : rate.flats()) {
      proto.addFlats(
          FlatCommission.newBuilder()
              .setType(ConversionTypeProtos.toProto(flat.type()))
              .setCustomType(flat.type().customName())
              .setAmount(MoneyProtos.toProto(flat.amount())));
    }
    return proto.build();
  }

  /** The message of tiers. */
  static CommissionTiers toProto(Tiers tiers) {
    CommissionTiers.Builder proto =
        CommissionTiers.newBuilder()
            .setBasis(
                tiers.basis() == TierBasis.NET_SALES
                    ? dev.tributary.attribution.v1.TierBasis.TIER_BASIS_NET_SALES
                    : dev.tributary.attribution.v1.TierBasis.TIER_BASIS_CONVERSIONS)
            .setMode(
                tiers.mode() == TierMode.MARGINAL
                    ? dev.tributary.attribution.v1.TierMode.TIER_MODE_MARGINAL
                    : dev.tributary.attribution.v1.TierMode.TIER_MODE_RETROACTIVE);
    for (Tier tier : tiers.tiers()) {
      CommissionTier.Builder each = CommissionTier.newBuilder().setRate(toProto(tier.rate()));
      if (tiers.basis() == TierBasis.NET_SALES) {
        each.setFromSales(MoneyProtos.toProto(new Money(tier.currency(), tier.from())));
      } else {
        each.setFromConversions(tier.from() / MILLION);
      }
      proto.addTiers(each);
    }
    return proto.build();
  }

  /** An amount of at least so much. */
  static Money amount(String field, dev.tributary.type.v1.Money proto, long min) throws Rejected {
    Money amount = MoneyProtos.fromProto(field, proto);
    Fields.inRange(field + ".minor_units", amount.minor(), min, AMOUNT_MAX);
    return amount;
  }

  /** Refuses what came before in the same list. */
  static void requireNew(Set<String> seen, String field, String value) throws Rejected {
    if (!seen.add(value)) {
      throw new Rejected(
          ErrorReason.ERROR_REASON_FIELD_MALFORMED,
          field,
          "\"%s\" came before (expected: each once)".formatted(value));
    }
  }

  private static Tier tier(String path, TierBasis basis, CommissionTier proto) throws Rejected {
    Rate rate = parse(path + ".rate", proto.getRate());
    if (basis == TierBasis.NET_SALES) {
      Money from = amount(path + ".from_sales", proto.getFromSales(), 1);
      return new Tier(from.currency(), from.minor(), rate);
    }
    long from =
        Fields.inRange(path + ".from_conversions", proto.getFromConversions(), 1, CONVERSIONS_MAX);
    return new Tier("", from * MILLION, rate);
  }

  private static TierBasis basis(String field, dev.tributary.attribution.v1.TierBasis proto)
      throws Rejected {
    if (proto == dev.tributary.attribution.v1.TierBasis.TIER_BASIS_UNSPECIFIED) {
      return TierBasis.NET_SALES;
    }
    return Fields.known(field, proto) == dev.tributary.attribution.v1.TierBasis.TIER_BASIS_NET_SALES
        ? TierBasis.NET_SALES
        : TierBasis.CONVERSIONS;
  }

  private static TierMode mode(String field, dev.tributary.attribution.v1.TierMode proto)
      throws Rejected {
    if (proto == dev.tributary.attribution.v1.TierMode.TIER_MODE_UNSPECIFIED) {
      return TierMode.MARGINAL;
    }
    return Fields.known(field, proto) == dev.tributary.attribution.v1.TierMode.TIER_MODE_MARGINAL
        ? TierMode.MARGINAL
        : TierMode.RETROACTIVE;
  }
}
