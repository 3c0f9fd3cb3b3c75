/** Tests of writing in groups. */
@NullMarked
package dev.tributary.runtime.group;

import org.jspecify.annotations.NullMarked;
