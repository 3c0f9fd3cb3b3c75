package dev.tributary.attribution.promocode;

/**
 * A code that has a hold whose time has come.
 *
 * @param shard the code's shard
 * @param workspace whose code it is
 * @param codeId the code
 */
record DueCode(int shard, String workspace, String codeId) {}
