/** Parts of requests that several services of this module have: single fields, texts and pages. */
@NullMarked
package dev.tributary.attribution.request;

import org.jspecify.annotations.NullMarked;
