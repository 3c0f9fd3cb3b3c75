package dev.tributary.local.importing;

import dev.tributary.ingestion.v1.CatalogResult;
import dev.tributary.ingestion.v1.Observation;
import dev.tributary.ingestion.v1.PutPost;
import dev.tributary.ingestion.v1.PutPostsRequest;
import dev.tributary.ingestion.v1.PutPostsResponse;
import dev.tributary.ingestion.v1.RecordObservationsRequest;
import dev.tributary.ingestion.v1.RecordObservationsResponse;
import dev.tributary.local.client.Peers;
import dev.tributary.local.client.WritePositions;
import dev.tributary.type.v1.Verdict;
import dev.tributary.type.v1.VerdictStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Sends posts to the catalogue, and the counters in the same rows as observations. */
final class PostSink implements RowSink {
  private final Optional<PostRows> posts;
  private final Optional<CounterRows> counters;
  private final Peers peers;
  private final WritePositions positions;
  private final List<Entry> entries = new ArrayList<>();

  /**
   * A sink that is empty.
   *
   * @param posts reads the post of a row; absent when rows are counters alone
   * @param counters reads the counters of a row; absent when rows are posts alone
   */
  PostSink(
      Optional<PostRows> posts,
      Optional<CounterRows> counters,
      Peers peers,
      WritePositions positions) {
    this.posts = posts;
    this.counters = counters;
    this.peers = peers;
    this.positions = positions;
  }

  private record Entry(long line, Optional<PutPost> post, Optional<Observation> observation) {}

  @Override
  public void add(CsvRow row) throws RowRejected {
    Optional<PutPost> post = Optional.empty();
    if (posts.isPresent()) {
      post = Optional.of(PutPost.newBuilder().setPost(posts.get().parse(row)).build());
    }
    Optional<Observation> observation = Optional.empty();
    if (counters.isPresent()) {
      observation = Optional.of(counters.get().parse(row));
    }
    entries.add(new Entry(row.lineNumber(), post, observation));
  }

  @Override
  public List<Outcome> flush() {
    Verdict[] verdicts = new Verdict[entries.size()];
    putPosts(verdicts);
    recordCounters(verdicts);
    List<Outcome> outcomes = new ArrayList<>();
    for (int i = 0; i < verdicts.length; i++) {
      outcomes.add(new Outcome(entries.get(i).line(), verdicts[i]));
    }
    drop();
    return outcomes;
  }

  @Override
  public void drop() {
    entries.clear();
  }

  @Override
  public List<String> summary() {
    return List.of();
  }

  private void putPosts(Verdict[] verdicts) {
    List<PutPost> items = entries.stream().flatMap(entry -> entry.post().stream()).toList();
    if (items.isEmpty()) {
      return;
    }
    PutPostsResponse answer =
        peers.catalog().putPosts(PutPostsRequest.newBuilder().addAllItems(items).build());
    positions.keep(answer.getPosition());
    List<CatalogResult> results = answer.getResultsList();
    for (int i = 0; i < results.size(); i++) {
      verdicts[i] = results.get(i).getVerdict();
    }
  }

  /** Counters of a post that was refused are not sent: the row is refused as a whole. */
  private void recordCounters(Verdict[] verdicts) {
    List<Integer> sent = new ArrayList<>();
    RecordObservationsRequest.Builder request = RecordObservationsRequest.newBuilder();
    for (int i = 0; i < verdicts.length; i++) {
      Optional<Observation> observation = entries.get(i).observation();
      if (observation.isPresent() && !isRejected(verdicts[i])) {
        sent.add(i);
        request.addObservations(observation.get());
      }
    }
    if (sent.isEmpty()) {
      return;
    }
    RecordObservationsResponse answer = peers.observations().recordObservations(request.build());
    positions.keep(answer.getPosition());
    List<Verdict> results = answer.getResultsList();
    for (int i = 0; i < sent.size(); i++) {
      int row = sent.get(i);
      verdicts[row] = moreTelling(verdicts[row], results.get(i));
    }
  }

  private static boolean isRejected(@Nullable Verdict verdict) {
    return verdict != null && verdict.getStatus() == VerdictStatus.VERDICT_STATUS_REJECTED;
  }

  /** A row is ALREADY_RECORDED only when both its parts are. */
  private static Verdict moreTelling(@Nullable Verdict post, Verdict counters) {
    if (post == null || isRejected(counters)) {
      return counters;
    }
    return post.getStatus() == VerdictStatus.VERDICT_STATUS_ALREADY_RECORDED ? counters : post;
  }
}
