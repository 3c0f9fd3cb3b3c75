package dev.tributary.local.demo.world;

/** Sizes of audience, with what is usual for them. */
enum Tier {
  NANO(12, 1_500, 9_500, 0.075, 150),
  MICRO(12, 11_000, 48_000, 0.055, 450),
  MID(10, 55_000, 420_000, 0.038, 1_900),
  MACRO(4, 520_000, 940_000, 0.026, 6_500),
  MEGA(2, 1_100_000, 2_600_000, 0.019, 16_000);

  /** Creators of this tier in the demo. */
  final int creatorCount;

  final int followersMin;
  final int followersMax;

  /** Usual engagements per impression. */
  final double engagementRate;

  /** Usual fee in whole euros. */
  final int feeEuros;

  Tier(int creatorCount, int followersMin, int followersMax, double engagementRate, int feeEuros) {
    this.creatorCount = creatorCount;
    this.followersMin = followersMin;
    this.followersMax = followersMax;
    this.engagementRate = engagementRate;
    this.feeEuros = feeEuros;
  }
}
