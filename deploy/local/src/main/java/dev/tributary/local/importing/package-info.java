/**
 * CSV files into the suite: columns mapped to fields, rows judged one by one, refused ones kept.
 */
@NullMarked
package dev.tributary.local.importing;

import org.jspecify.annotations.NullMarked;
