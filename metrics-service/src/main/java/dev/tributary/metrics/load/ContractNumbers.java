package dev.tributary.metrics.load;

import dev.tributary.metrics.fact.ContentFormat;
import dev.tributary.metrics.fact.ConversionGoal;
import dev.tributary.metrics.fact.CostOrigin;
import dev.tributary.metrics.fact.CreditSource;
import dev.tributary.metrics.fact.CustomerNovelty;
import dev.tributary.metrics.fact.Platform;
import dev.tributary.metrics.fact.ProvenanceClass;
import dev.tributary.metrics.fact.ReadingState;
import java.util.Optional;

/**
 * The numbers of the contracts' enumerations, as the tables hold them. A number that a newer
 * version of the other service knows and this one does not is taken for the least telling value.
 */
final class ContractNumbers {
  /** {@code tributary.ingestion.v1.CounterSpan}: growth on a day. */
  static final int SPAN_DAILY = 2;

  /** {@code tributary.attribution.v1.TouchType}: a link was followed. */
  static final int TOUCH_CLICK = 1;

  /** {@code tributary.attribution.v1.TouchValidity}: a person. */
  static final int VALIDITY_PERSON = 0;

  /** {@code tributary.attribution.v1.CommissionMovementKind}: a fixed fee. */
  static final int MOVEMENT_FEE = 3;

  /** {@code tributary.attribution.v1.CommissionMovementKind}: what customers saved, no cost. */
  static final int MOVEMENT_DISCOUNT = 5;

  private static final int COST_FEE = 1;
  private static final int COST_COMMISSION = 8;
  private static final int STATUS_INVITED = 1;
  private static final int STATUS_DECLINED = 3;
  private static final int SOURCE_CODE = 1;
  private static final int SOURCE_LINK = 2;

  private ContractNumbers() {}

  static Platform platform(int number) {
    return constant(Platform.values(), number, Platform.OTHER);
  }

  static ContentFormat format(int number) {
    return constant(ContentFormat.values(), number, ContentFormat.OTHER);
  }

  static ProvenanceClass provenance(int number) {
    return constant(ProvenanceClass.values(), number, ProvenanceClass.MODELLED);
  }

  static ConversionGoal goal(int number) {
    return constant(ConversionGoal.values(), number, ConversionGoal.OTHER);
  }

  static CustomerNovelty novelty(int number) {
    return constant(CustomerNovelty.values(), number, CustomerNovelty.NOT_ASKED);
  }

  /** Why a counter has no number; 0 says that it has one. */
  static ReadingState state(int absence) {
    return switch (absence) {
      case 0 -> ReadingState.VALUE;
      case 1 -> ReadingState.NOT_AVAILABLE;
      case 3 -> ReadingState.SUPPRESSED;
      default -> ReadingState.NOT_COLLECTED;
    };
  }

  /** What a cost that somebody told us is, by its kind. */
  static CostOrigin costOrigin(int kind) {
    return switch (kind) {
      case COST_FEE -> CostOrigin.TOLD_FEE;
      case COST_COMMISSION -> CostOrigin.TOLD_COMMISSION;
      default -> CostOrigin.TOLD;
    };
  }

  /** By what somebody is credited; nothing when nobody is. */
  static Optional<CreditSource> creditSource(int number) {
    return switch (number) {
      case SOURCE_CODE -> Optional.of(CreditSource.CODE);
      case SOURCE_LINK -> Optional.of(CreditSource.LINK);
      default -> Optional.empty();
    };
  }

  /** Whether a collaboration came about. */
  static boolean isAgreed(int status) {
    return status != STATUS_INVITED && status != STATUS_DECLINED;
  }

  /** Contracts number their values from 1, in the order of our constants. */
  private static <E extends Enum<E>> E constant(E[] constants, int number, E unknown) {
    return number >= 1 && number <= constants.length ? constants[number - 1] : unknown;
  }
}
