/** What the commands print: progress, tables, JSON and CSV. */
@NullMarked
package dev.tributary.local.output;

import org.jspecify.annotations.NullMarked;
