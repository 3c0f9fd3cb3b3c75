/** Reports, the dashboard, exports and findings, asked of the other three services. */
@NullMarked
package dev.tributary.reporting;

import org.jspecify.annotations.NullMarked;
