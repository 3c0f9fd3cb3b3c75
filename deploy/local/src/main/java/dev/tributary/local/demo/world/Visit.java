package dev.tributary.local.demo.world;

import dev.tributary.attribution.v1.Touch;
import java.time.Instant;

/**
 * A touch of the demo with what the world knows about it.
 *
 * @param visitor who
 * @param creator whose work it was
 * @param time when
 * @param touch as it is sent
 */
record Visit(String visitor, DemoCreator creator, Instant time, Touch touch) {}
