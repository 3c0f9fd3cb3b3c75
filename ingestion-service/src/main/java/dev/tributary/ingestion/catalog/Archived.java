package dev.tributary.ingestion.catalog;

import dev.tributary.ingestion.v1.Campaign;
import dev.tributary.runtime.log.Positions;

/**
 * An archived campaign.
 *
 * @param campaign as it is stored
 * @param position of the write that archived or last changed it
 */
record Archived(Campaign campaign, Positions position) {}
