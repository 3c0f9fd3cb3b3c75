package dev.tributary.attribution.hold;

import dev.tributary.attribution.conversion.Place;

/**
 * Where a hold stands in lists.
 *
 * @param order place of the order
 * @param holdNo place among its holds
 */
record HoldPlace(Place order, int holdNo) {}
