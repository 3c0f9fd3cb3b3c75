package dev.tributary.reporting.sample;

import dev.tributary.type.v1.Platform;
import java.util.OptionalLong;

/**
 * What one collaboration cost and sold.
 *
 * @param platform the platform of all its posts; unspecified when there are several
 * @param costMinor what it cost in EUR cents; empty when nobody told
 */
record Deal(
    String creatorId,
    Platform platform,
    long clicks,
    long linkConversions,
    long codeConversions,
    long revenueMinor,
    OptionalLong costMinor) {
  long conversions() {
    return linkConversions + codeConversions;
  }
}
