/**
 * Campaigns, creators, collaborations and posts: written as wholes by id, listed, archived, never
 * deleted.
 */
@NullMarked
package dev.tributary.ingestion.catalog;

import org.jspecify.annotations.NullMarked;
