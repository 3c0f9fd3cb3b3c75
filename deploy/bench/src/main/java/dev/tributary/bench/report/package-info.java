/** What was measured: figures, the bars they are held against, and how they are shown. */
@NullMarked
package dev.tributary.bench.report;

import org.jspecify.annotations.NullMarked;
