package dev.tributary.bench.load;

import com.google.protobuf.Timestamp;
import dev.tributary.attribution.v1.Components;
import dev.tributary.attribution.v1.Conversion;
import dev.tributary.attribution.v1.ConversionResult;
import dev.tributary.attribution.v1.ConversionServiceGrpc;
import dev.tributary.attribution.v1.ConversionType;
import dev.tributary.attribution.v1.RecordConversionsRequest;
import dev.tributary.attribution.v1.RecordConversionsResponse;
import dev.tributary.runtime.identity.Uuid7;
import dev.tributary.type.v1.Verdict;
import io.grpc.Channel;
import java.time.Clock;
import java.util.List;
import java.util.SplittableRandom;

/** RecordConversions with new orders, each of a visitor who has touches. */
final class ConversionCalls implements Payload {
  private final Clock clock = Clock.systemUTC();
  private final SplittableRandom random;
  private final Uuid7 ids;
  private final long persons;

  ConversionCalls(long persons, long seed) {
    this.random = new SplittableRandom(seed);
    this.ids = new Uuid7(clock, random.split());
    this.persons = persons;
  }

  @Override
  public void send(Channel channel, int items, Answer answer) {
    RecordConversionsRequest.Builder request = RecordConversionsRequest.newBuilder();
    for (int i = 0; i < items; i++) {
      request.addConversions(order());
    }
    ConversionServiceGrpc.newStub(channel)
        .recordConversions(request.build(), new Judgement<>(ConversionCalls::verdicts, answer));
  }

  private Conversion order() {
    long millis = clock.millis();
    return Conversion.newBuilder()
        .setType(ConversionType.CONVERSION_TYPE_PURCHASE)
        .setOrderId(ids.next())
        .setConversionTime(
            Timestamp.newBuilder()
                .setSeconds(millis / 1000)
                .setNanos((int) (millis % 1000) * 1_000_000))
        .setCurrencyCode("EUR")
        .setComponents(
            Components.newBuilder()
                .setItemsMinor(1_000 + random.nextInt(20_000))
                .setShippingMinor(490))
        .setVisitorId(Persons.visitorId(random.nextLong(persons)))
        .build();
  }

  private static List<Verdict> verdicts(RecordConversionsResponse response) {
    return response.getResultsList().stream().map(ConversionResult::getVerdict).toList();
  }
}
