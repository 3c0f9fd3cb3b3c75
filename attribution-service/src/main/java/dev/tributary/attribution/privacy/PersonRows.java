package dev.tributary.attribution.privacy;

import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * The rows of one feature that name persons. Every table with a column of keys of persons has one;
 * a test looks for hashes that were left anywhere.
 */
public interface PersonRows {
  /**
   * Overwrites a key wherever this feature has it. All heads are locked, so nobody writes meanwhile
   * who keeps to the rule that whoever writes a person's key holds a head.
   *
   * @return what was overwritten; what had no rows may be missing
   */
  List<ErasedRows> overwrite(Handle handle, Replacement replacement);
}
