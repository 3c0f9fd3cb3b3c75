package dev.tributary.ingestion.observation;

import dev.tributary.ingestion.content.LanguageRules;
import dev.tributary.ingestion.content.Repeated;
import dev.tributary.ingestion.v1.Comment;
import dev.tributary.ingestion.v1.Comments;
import dev.tributary.runtime.api.Fields;
import dev.tributary.runtime.api.Rejected;
import java.time.Instant;
import java.util.List;

/** What comments must be. Their texts and authors are described in refusals, never repeated. */
final class CommentRules {
  private static final int COMMENTS_MAX = 1_000;
  private static final int TEXT_CHARACTERS_MAX = 2_200;

  private CommentRules() {}

  static void check(Comments comments, Instant now) throws Rejected {
    Fields.id("post_id", comments.getPostId());
    List<Comment> all = comments.getCommentsList();
    Repeated.atLeastOne("comments", all.size(), COMMENTS_MAX);
    Repeated.each("comments", all, COMMENTS_MAX, comment -> check(comment, now));
    Repeated.unique("comments", all, "comment_id", Comment::getCommentId);
  }

  private static void check(Comment comment, Instant now) throws Rejected {
    Fields.foreignId("comment_id", comment.getCommentId());
    Fields.text("text", comment.getText(), TEXT_CHARACTERS_MAX);
    AuthorRules.check(comment.getAuthor());
    Fields.nonNegative("like_count", comment.getLikeCount());
    AuthorRules.checkTime("create_time", comment.hasCreateTime(), comment.getCreateTime(), now);
    if (!comment.getLanguageCode().isEmpty()) {
      LanguageRules.check("language_code", comment.getLanguageCode());
    }
  }
}
