/** The campaign catalogue and the append-only truth about what was seen. */
@NullMarked
package dev.tributary.ingestion;

import org.jspecify.annotations.NullMarked;
