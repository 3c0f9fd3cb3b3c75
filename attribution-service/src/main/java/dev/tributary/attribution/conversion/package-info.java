/**
 * Conversions and what happens to them: recording, refunds, amendments, payments, and who was
 * credited for what.
 */
@NullMarked
package dev.tributary.attribution.conversion;

import org.jspecify.annotations.NullMarked;
