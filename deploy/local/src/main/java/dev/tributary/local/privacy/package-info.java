/** Forgetting a person from the command line. */
@NullMarked
package dev.tributary.local.privacy;

import org.jspecify.annotations.NullMarked;
