/**
 * What every service's edge speaks: errors with reasons, verdicts of items, and the parsing of
 * single fields.
 */
@NullMarked
package dev.tributary.runtime.api;

import org.jspecify.annotations.NullMarked;
