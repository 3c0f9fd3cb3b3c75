/** What a report says: its sections, each a function of what the other services answered. */
@NullMarked
package dev.tributary.reporting.section;

import org.jspecify.annotations.NullMarked;
