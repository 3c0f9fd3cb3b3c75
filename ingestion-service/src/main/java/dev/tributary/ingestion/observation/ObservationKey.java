package dev.tributary.ingestion.observation;

/**
 * What makes an observation the same one when it is sent again.
 *
 * @param shard where its subject lives
 * @param workspace whose observation it is
 * @param subjectKey see {@link Subject#key()}
 * @param observationId the sender's id, unique for the subject
 */
record ObservationKey(int shard, String workspace, String subjectKey, String observationId) {

  static ObservationKey of(String workspace, Subject subject, String observationId) {
    return new ObservationKey(subject.shardIn(workspace), workspace, subject.key(), observationId);
  }
}
