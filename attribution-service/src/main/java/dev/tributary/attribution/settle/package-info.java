/**
 * The settler: what a row that comes later changes about conversions recorded earlier. Attribution
 * follows its own feed in its own database, so whichever of two rows is looked at second sees the
 * other, and no race can leave a wrong credit for good.
 */
@NullMarked
package dev.tributary.attribution.settle;

import org.jspecify.annotations.NullMarked;
