package dev.tributary.attribution.touch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.attribution.TestAttribution;
import dev.tributary.attribution.link.UtmParameters;
import dev.tributary.runtime.database.Database;
import dev.tributary.runtime.group.FactWork;
import dev.tributary.runtime.group.GroupConfig;
import dev.tributary.runtime.group.GroupWriter;
import dev.tributary.runtime.group.Written;
import dev.tributary.runtime.identity.PersonKey;
import dev.tributary.runtime.log.FeedLog;
import dev.tributary.runtime.testing.FixedClock;
import dev.tributary.runtime.testing.TestDatabases;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** What is found of a person's touches. */
@TestInstance(Lifecycle.PER_CLASS)
abstract class TouchesTest {
  private static final Instant NOW = TestAttribution.NOW;
  private static final PersonKey VISITOR = person(1);
  private static final PersonKey CUSTOMER = person(2);
  private static final PersonKey STRANGER = person(3);

  private final FixedClock clock = FixedClock.at(NOW);
  private final Database database;
  private final GroupWriter<IncomingTouch, Written> log;
  private final Touches touches = new Touches();

  TouchesTest(TestDatabases kind) {
    database = kind.open("db/log", "db/attribution");
    log =
        GroupWriter.start(
            "touches",
            new GroupConfig(1, 4_000, 1 << 20),
            database,
            new FeedLog("attribution", clock),
            new FactWork<>(new TouchStore()),
            () -> {});
  }

  @AfterAll
  void close() {
    log.close();
    database.close();
  }

  @Test
  void touches_of_the_visitor_and_of_the_customer_are_found_and_nobody_elses() {
    String workspace = TestAttribution.newWorkspace();
    record(
        workspace,
        by("visitor", Optional.of(VISITOR), Optional.empty(), 1),
        by("customer", Optional.of(STRANGER), Optional.of(CUSTOMER), 2),
        by("both", Optional.of(VISITOR), Optional.of(CUSTOMER), 3),
        by("stranger", Optional.of(STRANGER), Optional.empty(), 4),
        by("anonymous", Optional.empty(), Optional.empty(), 5));

    assertThat(ids(find(workspace, List.of(VISITOR, CUSTOMER), List.of())))
        .containsExactly("visitor", "customer", "both");
    assertThat(ids(find(workspace, List.of(VISITOR), List.of("anonymous", "visitor", "none"))))
        .containsExactly("visitor", "both", "anonymous");
    assertThat(find(workspace, List.of(), List.of())).isEmpty();
    assertThat(find(TestAttribution.newWorkspace(), List.of(VISITOR), List.of("visitor")))
        .isEmpty();
  }

  @Test
  void the_range_includes_both_ends() {
    String workspace = TestAttribution.newWorkspace();
    record(
        workspace,
        at("before", NOW.minusSeconds(61)),
        at("first", NOW.minusSeconds(60)),
        at("last", NOW),
        at("after", NOW.plusNanos(1_000)));

    List<Touch> found =
        database.read(
            handle ->
                touches.forPersons(
                    handle, workspace, List.of(VISITOR), List.of(), NOW.minusSeconds(60), NOW));

    assertThat(ids(found)).containsExactly("last", "first");
  }

  @Test
  void ties_are_broken_by_the_order_of_recording() {
    String workspace = TestAttribution.newWorkspace();
    record(workspace, at("b", NOW));
    record(workspace, at("a", NOW));
    clock.advance(Duration.ofSeconds(1));
    record(workspace, at("0", NOW), at("c", NOW.minusSeconds(1)));

    assertThat(ids(find(workspace, List.of(VISITOR), List.of())))
        .containsExactly("0", "a", "b", "c");
  }

  @Test
  void only_the_newest_thousand_are_read_and_one_more_to_tell() {
    String workspace = TestAttribution.newWorkspace();
    for (int batch = 0; batch < 2; batch++) {
      int first = batch * 700;
      record(
          workspace,
          IntStream.range(first, first + 700)
              .mapToObj(i -> by("t" + i, Optional.of(VISITOR), Optional.of(CUSTOMER), i))
              .toArray(NewTouch[]::new));
    }

    List<Touch> found = find(workspace, List.of(VISITOR, CUSTOMER), List.of());

    assertThat(found).hasSize(Touches.COUNT_MAX + 1);
    assertThat(found.get(0).touchId()).isEqualTo("t0");
    assertThat(found.get(1_000).touchId()).isEqualTo("t1000");
  }

  @Test
  void a_touch_is_read_back_with_all_it_said() {
    String workspace = TestAttribution.newWorkspace();
    NewTouch full =
        new NewTouch(
            "full",
            TouchType.VISIT,
            NOW.plusNanos(1_000),
            Optional.of("link-1"),
            Optional.of(new UtmParameters("s", "m", "c", "t", "n", "i")),
            Optional.of(VISITOR),
            Optional.of(CUSTOMER),
            TouchValidity.PREVIEW,
            true);
    record(workspace, full);

    Touch found = find(workspace, List.of(CUSTOMER), List.of()).get(0);

    assertThat(NewTouch.of(found)).isEqualTo(full);
    assertThat(found.recordTime()).isEqualTo(clock.instant());
    assertThat(found.shard()).isEqualTo(full.shard(workspace));
    assertThat(found.sequence()).isPositive();
  }

  private List<Touch> find(
      String workspace, Collection<PersonKey> persons, Collection<String> clickIds) {
    return database.read(
        handle ->
            touches.forPersons(
                handle, workspace, persons, clickIds, Instant.EPOCH, NOW.plusSeconds(3_600)));
  }

  private void record(String workspace, NewTouch... recorded) {
    List<IncomingTouch> incoming =
        Stream.of(recorded).map(touch -> IncomingTouch.of(workspace, touch)).toList();
    assertThat(log.submit(workspace, incoming, 1).join().results()).hasSameSizeAs(incoming);
  }

  private static NewTouch at(String touchId, Instant time) {
    return touch(touchId, time, Optional.of(VISITOR), Optional.empty());
  }

  private static NewTouch by(
      String touchId, Optional<PersonKey> visitor, Optional<PersonKey> customer, int secondsAgo) {
    return touch(touchId, NOW.minusSeconds(secondsAgo), visitor, customer);
  }

  private static NewTouch touch(
      String touchId, Instant time, Optional<PersonKey> visitor, Optional<PersonKey> customer) {
    return new NewTouch(
        touchId,
        TouchType.CLICK,
        time,
        Optional.empty(),
        Optional.empty(),
        visitor,
        customer,
        TouchValidity.PERSON,
        false);
  }

  private static PersonKey person(int number) {
    byte[] bytes = new byte[PersonKey.LENGTH];
    bytes[0] = (byte) number;
    return new PersonKey(bytes);
  }

  private static List<String> ids(List<Touch> found) {
    return found.stream().map(Touch::touchId).toList();
  }
}
