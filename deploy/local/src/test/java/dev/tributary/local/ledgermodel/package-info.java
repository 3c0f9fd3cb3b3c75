/**
 * A second opinion on who is credited with how much: the contracts, written down once more with
 * plain lists and maps and nothing of the services, and real services that must agree with it after
 * every step of whatever happens to a shop.
 */
@NullMarked
package dev.tributary.local.ledgermodel;

import org.jspecify.annotations.NullMarked;
