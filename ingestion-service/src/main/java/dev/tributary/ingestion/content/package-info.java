/** What every message of this service is checked for, and how its content is compared; pure. */
@NullMarked
package dev.tributary.ingestion.content;

import org.jspecify.annotations.NullMarked;
