/** One class for each thing that is measured. */
@NullMarked
package dev.tributary.bench.measure;

import org.jspecify.annotations.NullMarked;
