/** Touches: contacts of persons with a creator's work or with another channel. */
@NullMarked
package dev.tributary.attribution.touch;

import org.jspecify.annotations.NullMarked;
