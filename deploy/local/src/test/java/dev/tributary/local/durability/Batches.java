package dev.tributary.local.durability;

import dev.tributary.attribution.v1.Conversion;
import dev.tributary.attribution.v1.Refund;
import dev.tributary.attribution.v1.Touch;
import dev.tributary.ingestion.v1.Observation;
import dev.tributary.runtime.testing.Seeds;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * What is sent, drawn from a seed: half of the batches hold one fact, the others up to twelve; a
 * third of what can be streamed is.
 */
final class Batches {
  private static final int ITEMS_MAX = 12;

  private final RandomGenerator random;
  private final long seed;
  private final Instant start;
  private int made;

  Batches(long seed, Instant start) {
    this.random = Seeds.random(seed);
    this.seed = seed;
    this.start = start;
  }

  /** Touches, half of all batches, orders, and refunds of some of them, in any order. */
  List<Batch> sales(int batches) {
    Sales sales = new Sales(start);
    List<Batch> all = new ArrayList<>();
    while (all.size() < batches) {
      all.add(touches(numbers().mapToObj(sales::touch).toList()));
      all.add(touches(numbers().mapToObj(sales::touch).toList()));
      int[] orders = numbers().toArray();
      all.add(
          conversions(IntStream.of(orders).mapToObj(order -> sales.order(order, random)).toList()));
      all.add(
          refunds(
              IntStream.of(orders)
                  .filter(order -> orders.length == 1 || order % 2 == 0)
                  .mapToObj(order -> sales.refund(order, 1))
                  .toList()));
    }
    return shuffled(all);
  }

  /** Observations only. */
  List<Batch> counts(int batches) {
    Counts counts = new Counts(start);
    return shuffled(
        IntStream.range(0, batches)
            .mapToObj(i -> observations(numbers().mapToObj(counts::observation).toList()))
            .toList());
  }

  private Batch touches(List<Touch> touches) {
    List<String> ids = touches.stream().map(touch -> Ids.touch(touch.getTouchId())).toList();
    return isStreamed()
        ? new Batch(ids, client -> client.stream(touches))
        : new Batch(ids, client -> client.record(touches));
  }

  private static Batch conversions(List<Conversion> orders) {
    return new Batch(
        orders.stream().map(order -> Ids.conversion(order.getOrderId())).toList(),
        client -> client.recordConversions(orders));
  }

  private static Batch refunds(List<Refund> refunds) {
    return new Batch(
        refunds.stream().map(one -> Ids.refund(one.getOrderId(), one.getRefundId())).toList(),
        client -> client.recordRefunds(refunds));
  }

  private Batch observations(List<Observation> observations) {
    List<String> ids =
        observations.stream().map(one -> Ids.observation(one.getObservationId())).toList();
    return isStreamed()
        ? new Batch(ids, client -> client.streamObservations(observations))
        : new Batch(ids, client -> client.recordObservations(observations));
  }

  /** Numbers that nothing else has. */
  private IntStream numbers() {
    int count = random.nextBoolean() ? 1 : random.nextInt(2, ITEMS_MAX + 1);
    int first = made;
    made += count;
    return IntStream.range(first, made);
  }

  private boolean isStreamed() {
    return random.nextInt(3) == 0;
  }

  private List<Batch> shuffled(List<Batch> batches) {
    List<Batch> copy = new ArrayList<>(batches);
    Collections.shuffle(copy, new Random(seed));
    return copy;
  }
}
