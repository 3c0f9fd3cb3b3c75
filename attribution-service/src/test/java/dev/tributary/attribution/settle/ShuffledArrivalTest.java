package dev.tributary.attribution.settle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.attribution.TestAttribution;
import dev.tributary.attribution.conversion.Shop;
import dev.tributary.attribution.v1.ConversionRecord;
import dev.tributary.attribution.v1.Credit;
import dev.tributary.attribution.v1.Posting;
import dev.tributary.attribution.v1.UnattributedReason;
import dev.tributary.runtime.log.Positions;
import dev.tributary.runtime.testing.Seeds;
import dev.tributary.runtime.testing.TestDatabases;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The same touches, identity links, orders and refunds, told in any order and at once to two
 * processes on one database, end in the same credits as told one after the other as they happened.
 */
@TestInstance(Lifecycle.PER_CLASS)
class ShuffledArrivalTest {
  private static final int CASES = 6;
  private static final int TOUCHES = 60;
  private static final int ORDERS = 25;
  private static final int LINKS = 24;
  private static final int SENDERS = 6;

  private final TestAttribution first = TestAttribution.start(TestDatabases.POSTGRES);
  private final TestAttribution second = TestAttribution.startOn(first.database());
  private final ExecutorService senders = Executors.newFixedThreadPool(SENDERS);

  static LongStream cases() {
    return Seeds.cases(CASES);
  }

  @AfterAll
  void stop() {
    senders.shutdown();
    second.close();
    first.close();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void ends_in_the_same_credits_as_arrival_in_order(long seed) throws Exception {
    RandomGenerator random = Seeds.random(seed);
    RandomShop events = new RandomShop(random, TOUCHES, ORDERS, LINKS);

    Map<String, Books> inOrder = toldInOrder(events);
    Map<String, Books> shuffled = toldShuffled(events, random);

    assertThat(shuffled).isEqualTo(inOrder);
    assertThat(inOrder.values().stream().map(Books::credits).distinct().count())
        .as("different fates")
        .isGreaterThan(5);
  }

  private Map<String, Books> toldInOrder(RandomShop events) {
    Shop shop = new Shop(first);
    RandomShop.furnish(shop);
    events.events().forEach(event -> event.sending().accept(shop));
    return books(shop, events.orderIds(), shop.written());
  }

  private Map<String, Books> toldShuffled(RandomShop events, RandomGenerator random)
      throws ExecutionException, InterruptedException {
    String workspace = TestAttribution.newWorkspace();
    Shop furnished = new Shop(first, workspace);
    RandomShop.furnish(furnished);
    List<List<RandomShop.Event>> parts = dealt(shuffled(events.events(), random));
    List<Future<Positions>> sent = new ArrayList<>();
    for (int i = 0; i < SENDERS; i++) {
      Shop shop = new Shop(i % 2 == 0 ? first : second, workspace);
      List<RandomShop.Event> part = parts.get(i);
      sent.add(
          senders.submit(
              () -> {
                part.forEach(event -> event.sending().accept(shop));
                return shop.written();
              }));
    }
    Positions written = furnished.written();
    for (Future<Positions> each : sent) {
      written = written.merge(each.get());
    }
    return books(furnished, events.orderIds(), written);
  }

  private static List<RandomShop.Event> shuffled(
      List<RandomShop.Event> events, RandomGenerator random) {
    List<RandomShop.Event> shuffled = new ArrayList<>(events);
    for (int i = shuffled.size() - 1; i > 0; i--) {
      int other = random.nextInt(i + 1);
      shuffled.set(i, shuffled.set(other, shuffled.get(i)));
    }
    return shuffled;
  }

  private static List<List<RandomShop.Event>> dealt(List<RandomShop.Event> events) {
    List<List<RandomShop.Event>> parts = new ArrayList<>();
    for (int i = 0; i < SENDERS; i++) {
      parts.add(new ArrayList<>());
    }
    for (int i = 0; i < events.size(); i++) {
      parts.get(i % SENDERS).add(events.get(i));
    }
    return parts;
  }

  /** What every order looks like once the settler has seen it all. */
  private static Map<String, Books> books(Shop shop, List<String> orderIds, Positions written) {
    return orderIds.stream()
        .collect(Collectors.toMap(Function.identity(), id -> Books.of(shop.settled(id, written))));
  }

  /**
   * What must not depend on the order of arrival.
   *
   * @param credits who is credited, by what, and for how much
   * @param reason why nobody is
   * @param netByCreator what the postings of each creator add up to, if anything
   */
  private record Books(
      List<Credit> credits, UnattributedReason reason, Map<String, Long> netByCreator) {
    static Books of(ConversionRecord record) {
      Map<String, Long> net = new TreeMap<>();
      for (Posting posting : record.getPostingsList()) {
        net.merge(posting.getOwner().getCreatorId(), posting.getAmountMinor(), Long::sum);
      }
      net.values().removeIf(sum -> sum == 0);
      long credited =
          record.getAttribution().getCreditsList().stream().mapToLong(Credit::getNetMinor).sum();
      assertThat(net.values().stream().mapToLong(Long::longValue).sum())
          .as("postings of %s", record.getConversion().getOrderId())
          .isEqualTo(credited);
      return new Books(
          record.getAttribution().getCreditsList(),
          record.getAttribution().getUnattributedReason(),
          net);
    }
  }
}
