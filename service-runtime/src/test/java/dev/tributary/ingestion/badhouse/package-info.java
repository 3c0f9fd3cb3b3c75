/** Classes that break the house rules, one each, so that the rules are seen to fire. */
@NullMarked
package dev.tributary.ingestion.badhouse;

import org.jspecify.annotations.NullMarked;
