/**
 * What a campaign's creators and its shop are handed: codes, links, and a sheet for each creator.
 */
@NullMarked
package dev.tributary.local.handout;

import org.jspecify.annotations.NullMarked;
