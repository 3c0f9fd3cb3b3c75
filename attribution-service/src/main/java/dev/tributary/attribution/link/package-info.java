/** Tracking links and the UTM parameters that they carry. */
@NullMarked
package dev.tributary.attribution.link;

import org.jspecify.annotations.NullMarked;
