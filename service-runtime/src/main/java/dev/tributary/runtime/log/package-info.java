/**
 * The sharded log of a service: which shard a row lives on, its sequences without gaps, and
 * positions in them.
 */
@NullMarked
package dev.tributary.runtime.log;

import org.jspecify.annotations.NullMarked;
