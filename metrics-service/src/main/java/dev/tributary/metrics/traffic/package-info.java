/** Sessions and users on the brand's site. */
@NullMarked
package dev.tributary.metrics.traffic;

import org.jspecify.annotations.NullMarked;
