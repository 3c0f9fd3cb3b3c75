/** Test sales before a campaign starts: whether each code and link credits its creator. */
@NullMarked
package dev.tributary.local.preflight;

import org.jspecify.annotations.NullMarked;
