package dev.tributary.runtime.group;

/**
 * What the tests write.
 *
 * @param workspace whose note it is
 * @param shard where it goes
 * @param id unique in the workspace
 * @param text what a resend must repeat; {@link #POISON} is what the database refuses
 */
record Note(String workspace, int shard, String id, String text) {
  /** PostgreSQL stores no such character, and the test's table refuses it on H2 too. */
  static final String POISON = "poison";
}
