package dev.tributary.ingestion.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.google.protobuf.Message;
import dev.tributary.ingestion.content.Rule;
import dev.tributary.runtime.api.Rejected;
import dev.tributary.type.v1.ErrorReason;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * One way to break a rule.
 *
 * @param <B> builder of the item
 * @param what the fault, in words
 * @param fault brings it into a good item
 * @param reason why the item must be refused
 * @param field which field must be named
 */
public record RuleCase<B extends Message.Builder>(
    String what, Consumer<B> fault, ErrorReason reason, String field) {

  /** Tests that each fault alone is refused as the case says. */
  @SuppressWarnings("unchecked")
  public static <M extends Message, B extends Message.Builder> Stream<DynamicTest> tests(
      Supplier<B> good, Rule<M> rule, Stream<RuleCase<B>> cases) {
    return cases.map(
        one ->
            DynamicTest.dynamicTest(
                one.what,
                () -> {
                  B item = good.get();
                  one.fault.accept(item);
                  Throwable refusal = catchThrowable(() -> rule.check((M) item.build()));
                  assertThat(refusal).isInstanceOf(Rejected.class);
                  assertThat(((Rejected) refusal).field()).isEqualTo(one.field);
                  assertThat(((Rejected) refusal).reason()).isEqualTo(one.reason);
                }));
  }
}
