/**
 * Who and what things are: keyed hashes of persons, ids that we make, and unambiguous bytes for
 * composite keys.
 */
@NullMarked
package dev.tributary.runtime.identity;

import org.jspecify.annotations.NullMarked;
