/** KPIs day by day, with days cut in any zone. */
@NullMarked
package dev.tributary.metrics.series;

import org.jspecify.annotations.NullMarked;
