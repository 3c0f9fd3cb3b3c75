package dev.tributary.metrics.load;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import dev.tributary.metrics.fact.AccountKey;
import dev.tributary.metrics.vocabulary.Vocabulary;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** Reads what was seen of posts and accounts. */
final class TimelineStore {
  private final ReadingStore readings = new ReadingStore();
  private final Vocabulary vocabulary;

  TimelineStore(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  /** Timelines of each of the posts, also of one that nobody looked at. */
  Map<PostRow, SubjectTimelines> ofPosts(Handle handle, Scope scope, List<PostRow> posts) {
    Map<PostRow, SubjectTimelines> timelines =
        posts.stream()
            .collect(
                toMap(
                    identity(),
                    post ->
                        new SubjectTimelines(
                            vocabulary, post.platform(), Optional.of(post.format()))));
    Map<String, SubjectTimelines> byId = new HashMap<>();
    timelines.forEach((post, subject) -> byId.put(post.postId(), subject));
    Optional<Set<String>> ids = scope.collaborationIds().map(chosen -> byId.keySet());
    addAll(byId, readings.ofPosts(handle, scope.workspace(), ids));
    return timelines;
  }

  /** Timelines of each of the accounts, also of one that nobody looked at. */
  Map<AccountKey, SubjectTimelines> ofAccounts(
      Handle handle, String workspace, Collection<AccountKey> accounts) {
    Map<AccountKey, SubjectTimelines> timelines =
        accounts.stream()
            .collect(
                toMap(
                    identity(),
                    account ->
                        new SubjectTimelines(vocabulary, account.platform(), Optional.empty())));
    Set<String> handles = accounts.stream().map(AccountKey::handle).collect(toSet());
    addAll(timelines, readings.ofAccounts(handle, workspace, handles));
    return timelines;
  }

  private static <S> void addAll(
      Map<S, SubjectTimelines> timelines, List<ReadingStore.Of<S>> snapshots) {
    for (ReadingStore.Of<S> of : snapshots) {
      SubjectTimelines subject = timelines.get(of.subject());
      if (subject != null) {
        subject.add(of.snapshot());
      }
    }
  }
}
