package dev.tributary.bench.load;

import com.google.protobuf.Timestamp;
import dev.tributary.attribution.v1.CodeUse;
import dev.tributary.attribution.v1.Components;
import dev.tributary.attribution.v1.Conversion;
import dev.tributary.attribution.v1.ConversionResult;
import dev.tributary.attribution.v1.ConversionServiceGrpc;
import dev.tributary.attribution.v1.ConversionType;
import dev.tributary.attribution.v1.PromoCodeServiceGrpc;
import dev.tributary.attribution.v1.RecordConversionsRequest;
import dev.tributary.attribution.v1.RecordConversionsResponse;
import dev.tributary.attribution.v1.ReservePromoCodeRequest;
import dev.tributary.attribution.v1.ReservePromoCodeResponse;
import dev.tributary.runtime.identity.Uuid7;
import dev.tributary.type.v1.Money;
import dev.tributary.type.v1.Verdict;
import io.grpc.Channel;
import io.grpc.stub.StreamObserver;
import java.time.Clock;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Checkouts with one code: each reserves a use for a new order and, when it has it, records the
 * order. One order in each call, as shops do.
 */
public final class CheckoutCalls implements Payload {
  /** The code that everybody types. */
  public static final String CODE = "HOT10";

  private static final int ITEMS_MINOR = 10_000;
  private static final int DISCOUNT_MINOR = 1_000;

  private final Clock clock = Clock.systemUTC();
  private final SplittableRandom random;
  private final Uuid7 ids;
  private final long persons;

  CheckoutCalls(long persons, long seed) {
    this.random = new SplittableRandom(seed);
    this.ids = new Uuid7(clock, random.split());
    this.persons = persons;
  }

  /** Sends one checkout, whatever the number of items. */
  @Override
  public void send(Channel channel, int items, Answer answer) {
    String orderId = ids.next();
    String customerId = Persons.visitorId(random.nextLong(persons));
    PromoCodeServiceGrpc.newStub(channel)
        .reservePromoCode(
            ReservePromoCodeRequest.newBuilder()
                .setCode(CODE)
                .setOrderKey(orderId)
                .setCustomerId(customerId)
                .setAmount(eur(ITEMS_MINOR))
                .setDiscount(eur(DISCOUNT_MINOR))
                .build(),
            new Reserved(channel, order(orderId, customerId), answer));
  }

  private Conversion order(String orderId, String customerId) {
    long millis = clock.millis();
    return Conversion.newBuilder()
        .setType(ConversionType.CONVERSION_TYPE_PURCHASE)
        .setOrderId(orderId)
        .setConversionTime(
            Timestamp.newBuilder()
                .setSeconds(millis / 1000)
                .setNanos((int) (millis % 1000) * 1_000_000))
        .setCurrencyCode("EUR")
        .setComponents(
            Components.newBuilder().setItemsMinor(ITEMS_MINOR).setDiscountMinor(DISCOUNT_MINOR))
        .setCustomerId(customerId)
        .addCodes(CodeUse.newBuilder().setCode(CODE).setDiscountMinor(DISCOUNT_MINOR))
        .build();
  }

  private static Money eur(long minor) {
    return Money.newBuilder().setCurrencyCode("EUR").setMinorUnits(minor).build();
  }

  private static List<Verdict> verdicts(RecordConversionsResponse response) {
    return response.getResultsList().stream().map(ConversionResult::getVerdict).toList();
  }

  /** Records the order when it has the use. */
  private record Reserved(Channel channel, Conversion order, Answer answer)
      implements StreamObserver<ReservePromoCodeResponse> {
    @Override
    public void onNext(ReservePromoCodeResponse response) {
      if (response.getReserved()) {
        ConversionServiceGrpc.newStub(channel)
            .recordConversions(
                RecordConversionsRequest.newBuilder().addConversions(order).build(),
                new Judgement<>(CheckoutCalls::verdicts, answer));
      } else {
        answer.judged(0, 0, 1);
      }
    }

    @Override
    public void onError(Throwable fault) {
      answer.refused(fault);
    }

    @Override
    public void onCompleted() {}
  }
}
