/**
 * What creators earn by what they are credited with: terms, what postings come to under them, and
 * the statements in which it is paid.
 */
@NullMarked
package dev.tributary.attribution.commission;

import org.jspecify.annotations.NullMarked;
