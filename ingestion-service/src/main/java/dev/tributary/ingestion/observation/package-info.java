/** What was seen, by whom and when: recorded once, never changed, listed by what it is about. */
@NullMarked
package dev.tributary.ingestion.observation;

import org.jspecify.annotations.NullMarked;
