package dev.tributary.runtime.feed;

import dev.tributary.ingestion.v1.FeedEntry;
import dev.tributary.ingestion.v1.FeedServiceGrpc;
import dev.tributary.ingestion.v1.FollowRequest;
import dev.tributary.ingestion.v1.FollowResponse;
import dev.tributary.runtime.api.ProtoTimes;
import dev.tributary.runtime.database.Database;
import dev.tributary.runtime.log.FeedLog;
import dev.tributary.runtime.log.Heads;
import dev.tributary.runtime.log.Positions;
import dev.tributary.runtime.log.Shards;
import dev.tributary.runtime.testing.TestDatabases;
import dev.tributary.runtime.testing.TestServer;
import io.grpc.stub.StreamObserver;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/**
 * A log that is served on a real port as a service does it, and may be taken down and brought back.
 */
final class ServedLog implements AutoCloseable {
  static final String FEED = "ingestion";

  private final Database database = TestDatabases.h2("db/log");
  private final FeedLog log = new FeedLog(FEED, Clock.systemUTC());
  private final AtomicInteger pagesMade = new AtomicInteger();
  private final List<FeedTable> tables;
  private FeedReader reader;
  private TestServer server;
  private FeedServiceGrpc.FeedServiceStub stub;

  ServedLog() {
    this(new EntryTable());
  }

  ServedLog(FeedTable table) {
    this.tables = List.of(table);
    serve();
  }

  /** Brings the service back on another port, with the same log. */
  void serve() {
    reader = new FeedReader(database, log, tables);
    server = TestServer.start(new Feed());
    stub = FeedServiceGrpc.newStub(server.channel("default"));
  }

  /** Takes the service down. */
  void stop() {
    reader.close();
    server.close();
  }

  FeedServiceGrpc.FeedServiceStub stub() {
    return stub;
  }

  FeedReader reader() {
    return reader;
  }

  Positions head() {
    return database.read(log::head);
  }

  /** How many pages the reader has handed to streams. */
  int pagesMade() {
    return pagesMade.get();
  }

  /** Commits small entries, one to each of the shards in turn, and wakes the reader. */
  Positions append(int count) {
    Positions written = appendElsewhere(count, 10);
    reader.wake();
    return written;
  }

  /** Commits entries of a size as another process would: nobody wakes the reader. */
  Positions appendElsewhere(int count, int payloadBytes) {
    return database.write(
        handle -> {
          Heads heads = log.lock(handle, IntStream.range(0, Shards.COUNT).boxed().toList());
          IntStream.range(0, count)
              .forEach(
                  i -> heads.append(i % Shards.COUNT, "default", "test", new byte[payloadBytes]));
          return heads.finish();
        });
  }

  /** The feed as a follower gets it. */
  FeedSource<FeedEntry> source() {
    return new StubSource<>(
        (cursor, out) ->
            stub.follow(FollowRequest.newBuilder().setCursor(cursor.encode()).build(), out),
        ServedLog::page);
  }

  static FeedPage<FeedEntry> page(FollowResponse message) {
    return new FeedPage<>(
        message.getEntriesList().stream().map(ServedLog::item).toList(),
        Positions.decode(message.getNextCursor()),
        Positions.decode(message.getHeadPosition()));
  }

  @Override
  public void close() {
    stop();
    database.close();
  }

  private static FeedItem<FeedEntry> item(FeedEntry entry) {
    return new FeedItem<>(
        entry.getShard(),
        entry.getSequence(),
        entry.getWorkspace(),
        ProtoTimes.toInstant(entry.getRecordTime()),
        entry);
  }

  private FollowResponse message(FeedPage<StoredEntry> page) {
    pagesMade.incrementAndGet();
    var message =
        FollowResponse.newBuilder()
            .setNextCursor(page.next().encode())
            .setHeadPosition(page.head().encode());
    page.items().forEach(item -> message.addEntries(entry(item)));
    return message.build();
  }

  /** The payload becomes an id, so that messages are as large as their entries. */
  private static FeedEntry entry(FeedItem<StoredEntry> item) {
    var entry =
        FeedEntry.newBuilder()
            .setShard(item.shard())
            .setSequence(item.sequence())
            .setWorkspace(item.workspace())
            .setRecordTime(ProtoTimes.toProto(item.recordTime()));
    entry.getCampaignBuilder().setCampaignId("x".repeat(item.entry().payload().length));
    return entry.build();
  }

  private final class Feed extends FeedServiceGrpc.FeedServiceImplBase {
    @Override
    public void follow(FollowRequest request, StreamObserver<FollowResponse> out) {
      reader.follow(
          Positions.decodeCursor(FEED, request.getCursor()), out, ServedLog.this::message);
    }
  }
}
