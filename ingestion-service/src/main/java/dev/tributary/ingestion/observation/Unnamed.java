package dev.tributary.ingestion.observation;

import com.google.protobuf.ByteString;
import dev.tributary.ingestion.v1.Comment;
import dev.tributary.ingestion.v1.Mention;
import dev.tributary.ingestion.v1.Observation;
import dev.tributary.runtime.identity.PersonKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * An observation after one of its authors was forgotten.
 *
 * @param observation without the author and what the author wrote
 * @param items which comments or mentions are the author's, counted from 0
 * @param fields how many fields of each kind told something, by the names of the contract
 */
record Unnamed(Observation observation, List<Integer> items, Map<String, Long> fields) {
  /** Keeps its own copies. */
  Unnamed {
    items = List.copyOf(items);
    fields = Map.copyOf(fields);
  }

  /** The observation with a tombstone in the place of an author, and without the author's words. */
  static Unnamed of(Observation observation, PersonKey author, PersonKey tombstone) {
    ByteString key = ByteString.copyFrom(author.bytes());
    ByteString stone = ByteString.copyFrom(tombstone.bytes());
    Observation.Builder builder = observation.toBuilder();
    List<Integer> items = new ArrayList<>();
    long texts = 0;
    long urls = 0;
    for (int i = 0; i < observation.getComments().getCommentsCount(); i++) {
      Comment comment = observation.getComments().getComments(i);
      if (comment.getAuthorKey().equals(key)) {
        items.add(i);
        texts += comment.getText().isEmpty() ? 0 : 1;
        builder.getCommentsBuilder().getCommentsBuilder(i).setAuthorKey(stone).clearText();
      }
    }
    for (int i = 0; i < observation.getMentions().getMentionsCount(); i++) {
      Mention mention = observation.getMentions().getMentions(i);
      if (mention.getAuthorKey().equals(key)) {
        items.add(i);
        urls += mention.getUrl().isEmpty() ? 0 : 1;
        builder.getMentionsBuilder().getMentionsBuilder(i).setAuthorKey(stone).clearUrl();
      }
    }
    long comments = observation.hasComments() ? items.size() : 0;
    return new Unnamed(
        builder.build(),
        items,
        Map.of(
            "comment.author", comments,
            "comment.text", texts,
            "mention.author", items.size() - comments,
            "mention.url", urls));
  }

  /**
   * What was sent again, with everything that is erased in what was recorded put as it is there: of
   * somebody erased nothing can be said, not even that what comes is another's.
   */
  static Observation like(Observation sent, Observation recorded) {
    Observation.Builder builder = sent.toBuilder();
    int comments =
        Math.min(sent.getComments().getCommentsCount(), recorded.getComments().getCommentsCount());
    for (int i = 0; i < comments; i++) {
      Comment before = recorded.getComments().getComments(i);
      if (isErased(before.getAuthorKey())) {
        builder
            .getCommentsBuilder()
            .getCommentsBuilder(i)
            .setAuthorKey(before.getAuthorKey())
            .clearText();
      }
    }
    int mentions =
        Math.min(sent.getMentions().getMentionsCount(), recorded.getMentions().getMentionsCount());
    for (int i = 0; i < mentions; i++) {
      Mention before = recorded.getMentions().getMentions(i);
      if (isErased(before.getAuthorKey())) {
        builder
            .getMentionsBuilder()
            .getMentionsBuilder(i)
            .setAuthorKey(before.getAuthorKey())
            .clearUrl();
      }
    }
    return builder.build();
  }

  private static boolean isErased(ByteString key) {
    return !key.isEmpty() && new PersonKey(key.toByteArray()).isTombstone();
  }
}
