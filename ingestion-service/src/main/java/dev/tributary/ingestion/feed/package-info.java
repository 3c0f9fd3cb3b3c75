/**
 * The service's log as others see it: where a write stands, and the stream of everything written.
 */
@NullMarked
package dev.tributary.ingestion.feed;

import org.jspecify.annotations.NullMarked;
