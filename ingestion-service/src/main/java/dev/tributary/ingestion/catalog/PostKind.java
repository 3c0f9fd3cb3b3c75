package dev.tributary.ingestion.catalog;

import com.google.protobuf.Parser;
import dev.tributary.ingestion.v1.Post;
import dev.tributary.runtime.api.ProtoTimes;
import dev.tributary.runtime.api.Rejected;
import java.time.Instant;
import java.util.Optional;

/** Posts, listed by collaboration. */
final class PostKind implements CatalogKind<Post> {
  static final PostKind POST = new PostKind();

  private PostKind() {}

  @Override
  public String name() {
    return "post";
  }

  @Override
  public Parser<Post> parser() {
    return Post.parser();
  }

  @Override
  public String idOf(Post post) {
    return post.getPostId();
  }

  @Override
  public String parentOf(Post post) {
    return post.getCollaborationId();
  }

  @Override
  public void check(Post post) throws Rejected {
    PostRules.check(post);
  }

  @Override
  public Post contentOf(Post post) {
    return post.toBuilder().clearVersion().clearUpdateTime().build();
  }

  @Override
  public Post stamped(Post content, Optional<Post> before, long version, Instant now) {
    return content.toBuilder().setVersion(version).setUpdateTime(ProtoTimes.toProto(now)).build();
  }

  @Override
  public Optional<Instant> archiveTimeOf(Post post) {
    return Optional.empty();
  }
}
