/**
 * Forgetting persons: authors of comments and mentions are overwritten, and what they wrote goes.
 */
@NullMarked
package dev.tributary.ingestion.privacy;

import org.jspecify.annotations.NullMarked;
