/** Tests of what is handed out. */
@NullMarked
package dev.tributary.local.handout;

import org.jspecify.annotations.NullMarked;
