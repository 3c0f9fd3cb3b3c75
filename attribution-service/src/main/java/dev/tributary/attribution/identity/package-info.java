/** Which visitors were which customers, and when: the persons behind touches and conversions. */
@NullMarked
package dev.tributary.attribution.identity;

import org.jspecify.annotations.NullMarked;
