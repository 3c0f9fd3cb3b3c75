/** Migrations of this service that SQL alone cannot do; the others are resources of this name. */
@NullMarked
package db.ingestion;

import org.jspecify.annotations.NullMarked;
