/** Numbers of a report: how they are compared, put together and shown. */
@NullMarked
package dev.tributary.reporting.figure;

import org.jspecify.annotations.NullMarked;
