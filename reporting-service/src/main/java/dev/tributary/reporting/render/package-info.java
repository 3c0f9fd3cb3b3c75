/**
 * Renderings of reports. A rendering is a function of the report alone: no clock, no chance, no
 * setting, so that the same report gives the same bytes.
 */
@NullMarked
package dev.tributary.reporting.render;

import org.jspecify.annotations.NullMarked;
