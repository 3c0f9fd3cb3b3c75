package dev.tributary.ingestion.observation;

import com.google.protobuf.ByteString;
import dev.tributary.ingestion.v1.Comment;
import dev.tributary.ingestion.v1.Comments;
import dev.tributary.ingestion.v1.Mention;
import dev.tributary.ingestion.v1.Mentions;
import dev.tributary.ingestion.v1.Observation;
import dev.tributary.runtime.identity.PersonHasher;
import dev.tributary.runtime.identity.PersonKind;

/**
 * Who wrote comments and mentions: named by the caller, known here by a keyed hash alone. What a
 * caller puts into the place of the hash is dropped.
 *
 * @param workspace whose persons they are; another workspace has other hashes
 */
record Authors(String workspace, PersonHasher hasher) {

  /** The observation with hashes in the place of names. */
  Observation hashedIn(Observation observation) {
    return switch (observation.getSubjectCase()) {
      case COMMENTS ->
          observation.toBuilder().setComments(hashedIn(observation.getComments())).build();
      case MENTIONS ->
          observation.toBuilder().setMentions(hashedIn(observation.getMentions())).build();
      default -> observation;
    };
  }

  private Comments hashedIn(Comments comments) {
    Comments.Builder hashed = comments.toBuilder();
    for (Comment.Builder comment : hashed.getCommentsBuilderList()) {
      comment.setAuthorKey(key(comment.getAuthor())).clearAuthor();
    }
    return hashed.build();
  }

  private Mentions hashedIn(Mentions mentions) {
    Mentions.Builder hashed = mentions.toBuilder();
    for (Mention.Builder mention : hashed.getMentionsBuilderList()) {
      mention.setAuthorKey(key(mention.getAuthor())).clearAuthor();
    }
    return hashed.build();
  }

  private ByteString key(String author) {
    return author.isEmpty()
        ? ByteString.EMPTY
        : ByteString.copyFrom(hasher.hash(workspace, PersonKind.HANDLE, author).bytes());
  }
}
