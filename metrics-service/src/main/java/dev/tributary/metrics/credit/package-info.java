/** Who is credited for which conversion, as attribution last decided. */
@NullMarked
package dev.tributary.metrics.credit;

import org.jspecify.annotations.NullMarked;
