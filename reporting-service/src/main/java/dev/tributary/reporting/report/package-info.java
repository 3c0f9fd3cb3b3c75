/** Reports: created once, kept for ever, rendered on request. */
@NullMarked
package dev.tributary.reporting.report;

import org.jspecify.annotations.NullMarked;
