/**
 * Who gets the credit for a conversion, and what it is worth: the decision, the split and the
 * ledger. Pure: what is judged comes in as values, what was decided goes out as values.
 */
@NullMarked
package dev.tributary.attribution.credit;

import org.jspecify.annotations.NullMarked;
