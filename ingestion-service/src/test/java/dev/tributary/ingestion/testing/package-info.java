/** Items with sensible content, and a running ingestion service, for tests. */
@NullMarked
package dev.tributary.ingestion.testing;

import org.jspecify.annotations.NullMarked;
