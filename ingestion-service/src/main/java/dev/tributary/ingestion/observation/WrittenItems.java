package dev.tributary.ingestion.observation;

import com.google.protobuf.ByteString;
import dev.tributary.ingestion.v1.Comment;
import dev.tributary.ingestion.v1.Mention;
import dev.tributary.ingestion.v1.Observation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The comments or mentions of an observation by who wrote them; other observations have none. */
final class WrittenItems {
  private WrittenItems() {}

  /** The keys of all authors that are told, each once. */
  static Set<ByteString> authors(Observation observation) {
    return keys(observation).filter(key -> !key.isEmpty()).collect(Collectors.toSet());
  }

  /** What an observation counts, by the names of the contract; nothing if it has no items. */
  static Map<String, Long> counts(Observation observation) {
    Map<String, Long> counts = new LinkedHashMap<>();
    if (observation.hasComments()) {
      List<Comment> comments = observation.getComments().getCommentsList();
      counts.put("comments", (long) comments.size());
      counts.put("comments_with_author", withAuthor(observation));
      counts.put("comment_likes", sum(comments.stream().map(Comment::getLikeCount)));
    } else if (observation.hasMentions()) {
      List<Mention> mentions = observation.getMentions().getMentionsList();
      counts.put("mentions", (long) mentions.size());
      counts.put("mentions_with_author", withAuthor(observation));
      counts.put("mention_reach", sum(mentions.stream().map(Mention::getReach)));
    }
    counts.put("authors", (long) authors(observation).size());
    return counts;
  }

  /** The sum of two counts, neither of them below zero, or the largest number there is. */
  static long plus(long one, long other) {
    return one > Long.MAX_VALUE - other ? Long.MAX_VALUE : one + other;
  }

  private static long withAuthor(Observation observation) {
    return keys(observation).filter(key -> !key.isEmpty()).count();
  }

  private static Stream<ByteString> keys(Observation observation) {
    return Stream.concat(
        observation.getComments().getCommentsList().stream().map(Comment::getAuthorKey),
        observation.getMentions().getMentionsList().stream().map(Mention::getAuthorKey));
  }

  private static long sum(Stream<Long> counts) {
    return counts.reduce(0L, WrittenItems::plus);
  }
}
