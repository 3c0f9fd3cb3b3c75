/** Tests of the error catalogue and of field rules. */
@NullMarked
package dev.tributary.runtime.api;

import org.jspecify.annotations.NullMarked;
