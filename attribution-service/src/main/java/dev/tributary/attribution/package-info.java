/**
 * Who earned a conversion: codes, links, touches, conversions, the credit ledger and its models.
 */
@NullMarked
package dev.tributary.attribution;

import org.jspecify.annotations.NullMarked;
