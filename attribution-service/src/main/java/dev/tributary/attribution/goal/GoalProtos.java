package dev.tributary.attribution.goal;

import dev.tributary.attribution.v1.AmountRule;
import dev.tributary.attribution.v1.ConversionStage;
import dev.tributary.attribution.v1.ConversionType;
import dev.tributary.attribution.v1.ConversionTypeInfo;

/** Goals in the contract and in our records. */
public final class GoalProtos {
  private static final String PREFIX = "CONVERSION_TYPE_";

  private GoalProtos() {}

  /** The message of a goal. */
  public static ConversionType toProto(Goal goal) {
    return ConversionType.valueOf(PREFIX + goal.name());
  }

  /** The goal of a known message. */
  public static Goal goal(ConversionType type) {
    return Goal.valueOf(type.name().substring(PREFIX.length()));
  }

  /** What is true of a goal. */
  public static ConversionTypeInfo info(Goal goal) {
    return ConversionTypeInfo.newBuilder()
        .setType(toProto(goal))
        .setAmount(AmountRule.valueOf("AMOUNT_RULE_" + goal.amount().name()))
        .setStage(ConversionStage.valueOf("CONVERSION_STAGE_" + goal.stage().name()))
        .setKpiId(goal.kpiId())
        .setDisplayName(goal.displayName())
        .build();
  }
}
