package dev.tributary.attribution.touch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.attribution.TestAttribution;
import dev.tributary.attribution.identity.VisitorSpan;
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
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
  private static final Instant EVER = Instant.parse("9999-12-31T00:00:00Z");
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

    TouchSearch person = search(Optional.of(VISITOR), Optional.of(CUSTOMER), Optional.empty());
    TouchSearch click = search(Optional.of(VISITOR), Optional.empty(), Optional.of("anonymous"));
    TouchSearch nobody = search(Optional.empty(), Optional.empty(), Optional.empty());
    assertThat(find(workspace, person, nobody, click))
        .extracting(TouchesTest::ids)
        .containsExactly(
            List.of("both", "customer", "visitor"),
            List.of(),
            List.of("anonymous", "both", "visitor"));
    assertThat(find(workspace)).isEmpty();
    assertThat(find(TestAttribution.newWorkspace(), person, click)).allMatch(Set::isEmpty);
  }

  @Test
  void what_was_recorded_too_late_is_not_found() {
    String workspace = TestAttribution.newWorkspace();
    record(workspace, at("in time", NOW));
    clock.advance(Duration.ofSeconds(1));
    record(workspace, at("too late", NOW));

    TouchSearch search =
        new TouchSearch(
            List.of(VisitorSpan.always(VISITOR)),
            Optional.empty(),
            Optional.of("too late"),
            NOW,
            NOW,
            NOW,
            clock.instant().minusNanos(1_000));

    assertThat(ids(find(workspace, search).get(0))).containsExactly("in time");
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

    TouchSearch search = ofVisitor(NOW.minusSeconds(60), NOW, NOW);

    assertThat(ids(find(workspace, search).get(0))).containsExactly("first", "last");
  }

  @Test
  void of_too_many_the_newest_are_found_up_to_the_middle_and_the_earliest_after_it() {
    String workspace = TestAttribution.newWorkspace();
    for (int batch = 0; batch < 4; batch++) {
      int first = batch * 600;
      record(
          workspace,
          IntStream.range(first, first + 600)
              .mapToObj(i -> by("t" + i, Optional.of(VISITOR), Optional.of(CUSTOMER), i))
              .toArray(NewTouch[]::new));
    }
    Instant middle = NOW.minusSeconds(1_200);

    Set<Touch> found = find(workspace, ofVisitor(Instant.EPOCH, middle, NOW)).get(0);

    assertThat(found).hasSize(2 * (Touches.COUNT_MAX + 1));
    assertThat(found)
        .extracting(touch -> Duration.between(touch.eventTime(), NOW).toSeconds())
        .allMatch(ago -> ago >= 1_200 - 1_001 && ago <= 1_200 + 1_000);
  }

  @Test
  void one_busy_conversion_takes_nothing_from_another() {
    String workspace = TestAttribution.newWorkspace();
    Instant earlier = NOW.minus(Duration.ofDays(20));
    record(workspace, at("long ago", earlier));
    record(
        workspace,
        IntStream.range(0, 1_000)
            .mapToObj(i -> by("t" + i, Optional.of(VISITOR), Optional.empty(), i))
            .toArray(NewTouch[]::new));
    record(workspace, at("one more", NOW));

    List<Set<Touch>> found =
        find(
            workspace,
            ofVisitor(earlier.minusSeconds(1), earlier, earlier),
            ofVisitor(earlier, NOW, NOW));

    assertThat(ids(found.get(0))).containsExactly("long ago");
    assertThat(found.get(1)).hasSize(Touches.COUNT_MAX + 1);
  }

  @Test
  void times_of_a_visitor_are_searched_each_by_itself_and_end_before_their_end() {
    String workspace = TestAttribution.newWorkspace();
    Instant yesterday = NOW.minus(Duration.ofDays(1));
    record(workspace, at("mine", yesterday), at("at the end", yesterday.plusSeconds(1)));
    for (int first = 0; first < 1_200; first += 600) {
      record(
          workspace,
          IntStream.range(first, first + 600)
              .mapToObj(i -> by("t" + i, Optional.of(VISITOR), Optional.empty(), i))
              .toArray(NewTouch[]::new));
    }
    List<VisitorSpan> spans =
        List.of(
            new VisitorSpan(VISITOR, Instant.MIN, yesterday.plusSeconds(1)),
            new VisitorSpan(VISITOR, NOW.minusSeconds(2), Instant.MAX));

    for (Instant middle : List.of(yesterday.minusSeconds(1), yesterday, NOW, EVER)) {
      TouchSearch search =
          new TouchSearch(
              spans, Optional.empty(), Optional.empty(), Instant.EPOCH, middle, EVER, EVER);
      assertThat(ids(find(workspace, search).get(0))).containsExactly("mine", "t0", "t1", "t2");
    }
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
            true,
            TouchConsent.GRANTED,
            Optional.of("coupons.example"));
    record(workspace, full);

    TouchSearch search = search(Optional.empty(), Optional.of(CUSTOMER), Optional.empty());
    Touch found = find(workspace, search).get(0).iterator().next();

    assertThat(NewTouch.of(found)).isEqualTo(full);
    assertThat(found.recordTime()).isEqualTo(clock.instant());
    assertThat(found.shard()).isEqualTo(full.shard(workspace));
    assertThat(found.sequence()).isPositive();
  }

  private List<Set<Touch>> find(String workspace, TouchSearch... searches) {
    return database.read(handle -> touches.find(handle, workspace, List.of(searches)));
  }

  private static TouchSearch ofVisitor(Instant from, Instant middle, Instant to) {
    return new TouchSearch(
        List.of(VisitorSpan.always(VISITOR)),
        Optional.empty(),
        Optional.empty(),
        from,
        middle,
        to,
        EVER);
  }

  private static TouchSearch search(
      Optional<PersonKey> visitor, Optional<PersonKey> customer, Optional<String> clickId) {
    return new TouchSearch(
        visitor.map(VisitorSpan::always).stream().toList(),
        customer,
        clickId,
        Instant.EPOCH,
        NOW,
        EVER,
        EVER);
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
        false,
        TouchConsent.UNSPECIFIED,
        Optional.empty());
  }

  private static PersonKey person(int number) {
    byte[] bytes = new byte[PersonKey.LENGTH];
    bytes[0] = (byte) number;
    return new PersonKey(bytes);
  }

  private static List<String> ids(Set<Touch> found) {
    return found.stream().map(Touch::touchId).sorted().toList();
  }
}
