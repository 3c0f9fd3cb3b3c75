/** What several end-to-end tests need. */
@NullMarked
package dev.tributary.local.testing;

import org.jspecify.annotations.NullMarked;
