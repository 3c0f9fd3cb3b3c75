package dev.tributary.attribution.conversion;

import static dev.tributary.attribution.conversion.Given.ORDER;
import static dev.tributary.attribution.conversion.Given.POLICY;
import static dev.tributary.attribution.conversion.Given.RECEIVED;
import static dev.tributary.attribution.conversion.Given.TIME;
import static dev.tributary.attribution.conversion.Given.order;
import static dev.tributary.attribution.conversion.Given.sharedBy;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.attribution.credit.Component;
import dev.tributary.attribution.credit.Posting;
import dev.tributary.runtime.testing.Seeds;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds of every order, in whatever order things come for it and however often. */
class OrderHistoryPropertyTest {
  private static final String CASES = "dev.tributary.runtime.testing.Seeds#cases";
  private static final List<PaymentState> STATES = List.of(PaymentState.values());

  @ParameterizedTest
  @MethodSource(CASES)
  void held_before_the_order_is_the_same_as_applied_after_it(long seed) {
    RandomGenerator random = Seeds.random(seed);
    Conversion order = order(random.nextLong(20_000));
    List<Change> changes = changes(random);

    RecordedConversion first = arrive(order, 0, changes);
    for (int place = 1; place <= changes.size(); place++) {
      RecordedConversion later = arrive(order, place, changes);

      assertThat(later.standing()).isEqualTo(first.standing());
      assertThat(later.ledger()).isEqualTo(first.ledger());
      assertThat(later.revision()).isEqualTo(first.revision());
    }
  }

  @ParameterizedTest
  @MethodSource(CASES)
  void what_is_sent_again_changes_nothing(long seed) {
    RandomGenerator random = Seeds.random(seed);
    Conversion order = order(random.nextLong(20_000));
    List<Change> changes = new ArrayList<>(changes(random));
    // What was refused may fit when it is sent again later, so all of these fit at any time.
    changes.removeIf(change -> change.misfit(Standing.of(order(0), POLICY.base())).isPresent());
    List<Change> repeated = new ArrayList<>();
    for (Change change : changes) {
      repeated.add(change);
      repeated.add(repeated.get(random.nextInt(repeated.size())));
    }

    int place = random.nextInt(changes.size() + 1);

    assertThat(arrive(order, place, repeated).ledger())
        .isEqualTo(arrive(order, place, changes).ledger());
  }

  @ParameterizedTest
  @MethodSource(CASES)
  void a_reversal_ends_in_the_same_books_before_its_chargeback_and_after_it(long seed) {
    RandomGenerator random = Seeds.random(seed);
    Conversion order = order(random.nextLong(20_000));
    List<Change> after = new ArrayList<>(changes(random));
    after.removeIf(change -> change instanceof Refund refund && !refund.reversedId().isEmpty());
    after.add(random.nextInt(after.size() + 1), Given.chargeback("cb", random.nextLong(8_000)));
    List<Change> before = new ArrayList<>(after);
    before.add(0, reversal());
    after.add(reversal());

    RecordedConversion one = arrive(order, random.nextInt(after.size() + 1), after);
    RecordedConversion other = arrive(order, random.nextInt(before.size() + 1), before);

    assertThat(other.ledger().balance().credits()).isEqualTo(one.ledger().balance().credits());
    assertThat(other.ledger().balance().outcomes()).isEqualTo(one.ledger().balance().outcomes());
    assertThat(other.standing().waiting()).isEmpty();
  }

  private static Refund reversal() {
    return Given.reversal("rv", "cb");
  }

  @ParameterizedTest
  @MethodSource(CASES)
  void the_order_of_news_of_a_payment_changes_nothing(long seed) {
    RandomGenerator random = Seeds.random(seed);
    List<Payment> news = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      PaymentState state = STATES.get(random.nextInt(STATES.size()));
      news.add(new Payment(state, TIME.plusSeconds(random.nextInt(4))));
    }
    RecordedConversion one = paid(news);

    Collections.shuffle(news, new Random(seed));
    RecordedConversion other = paid(news);

    assertThat(other.payment()).isEqualTo(one.payment());
    assertThat(other.ledger().balance().credits()).isEqualTo(one.ledger().balance().credits());
  }

  @ParameterizedTest
  @MethodSource(CASES)
  void postings_add_up_to_the_net_base_after_every_step(long seed) {
    RandomGenerator random = Seeds.random(seed);
    OrderHistory history = take(OrderHistory.nothing(ORDER), order(random.nextLong(20_000)));
    int hours = 0;
    for (Change change : changes(random)) {
      history = take(history, change);
      if (random.nextInt(5) == 0) {
        hours++;
        PaymentState state = random.nextBoolean() ? PaymentState.VOIDED : PaymentState.PAID;
        history = history.paid(new Payment(state, TIME.plusSeconds(3600L * hours)), RECEIVED);
      }
      assertBooksAreKept(history);
    }
  }

  private static void assertBooksAreKept(OrderHistory history) {
    RecordedConversion recorded = history.conversion().orElseThrow();
    long base = recorded.payment().isVoided() ? 0 : recorded.standing().baseMinor();
    long applied =
        history.changes().stream()
            .map(Received::content)
            .filter(Refund.class::isInstance)
            .mapToLong(refund -> history.outcome((Refund) refund).appliedMinor())
            .sum();
    long posted = recorded.ledger().postings().stream().mapToLong(Posting::amountMinor).sum();

    assertThat(posted).isEqualTo(base - applied).isNotNegative();
    assertThat(Given.nets(history)).allSatisfy(net -> assertThat(net).isNotNegative());
  }

  private static RecordedConversion arrive(Conversion order, int place, List<Change> changes) {
    OrderHistory history = OrderHistory.nothing(ORDER);
    for (int i = 0; i < changes.size(); i++) {
      history = i == place ? take(history, order) : history;
      history = take(history, changes.get(i));
    }
    history = history.conversion().isPresent() ? history : take(history, order);
    return history.conversion().orElseThrow();
  }

  private static OrderHistory take(OrderHistory history, Conversion order) {
    return history.recorded(order, sharedBy("anna", "bo", "cem"), POLICY, RECEIVED);
  }

  /** As the recorder does. */
  private static OrderHistory take(OrderHistory history, Change change) {
    Optional<Change> known = history.known(change);
    return known.isPresent() || history.misfit(change).isPresent()
        ? history
        : history.changed(change, RECEIVED);
  }

  private static RecordedConversion paid(List<Payment> news) {
    OrderHistory history = take(OrderHistory.nothing(ORDER), order(10_000));
    for (Payment each : news) {
      history = history.paid(each, RECEIVED);
    }
    return history.conversion().orElseThrow();
  }

  /** Some that fit, some that exceed, some in another currency, some that contradict the order. */
  private static List<Change> changes(RandomGenerator random) {
    List<Change> changes = new ArrayList<>();
    int count = 1 + random.nextInt(8);
    for (int i = 0; i < count; i++) {
      changes.add(
          switch (random.nextInt(11)) {
            case 0, 1, 2 -> Given.refund("r" + i, random.nextLong(8_000));
            case 3 -> Given.refund("r" + i, random.nextLong(8_000), "USD");
            case 4, 5 -> Given.amendment("a" + i, random.nextLong(-9_000, 9_000));
            case 6 ->
                Given.amendment("a" + i, Component.DISCOUNT, random.nextLong(-2_000, 9_000), "EUR");
            case 7, 8 -> Given.chargeback("cb" + i, random.nextLong(8_000));
            // Of a chargeback before it, of one to come, or of none.
            case 9 -> Given.reversal("rv" + i, "cb" + random.nextInt(count));
            default ->
                random.nextInt(3) == 0 ? Given.cancellation("c" + i) : Given.refund("r" + i, 0);
          });
    }
    return changes;
  }
}
