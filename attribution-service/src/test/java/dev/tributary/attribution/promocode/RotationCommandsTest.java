package dev.tributary.attribution.promocode;

import static dev.tributary.attribution.conversion.Orders.order;
import static dev.tributary.runtime.testing.Statuses.failureOf;
import static dev.tributary.runtime.testing.Statuses.fieldsOf;
import static dev.tributary.runtime.testing.Statuses.metadataOf;
import static dev.tributary.runtime.testing.Statuses.reasonOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.attribution.conversion.Orders;
import dev.tributary.attribution.conversion.Shop;
import dev.tributary.attribution.v1.HoldKey;
import dev.tributary.attribution.v1.OrderHold;
import dev.tributary.attribution.v1.PlaceHoldsRequest;
import dev.tributary.attribution.v1.RotatePromoCodesRequest;
import dev.tributary.attribution.v1.RotatePromoCodesResponse;
import dev.tributary.attribution.v1.RotatedUses;
import dev.tributary.runtime.testing.TestDatabases;
import dev.tributary.type.v1.ErrorReason;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Commands to hold or reject the uses of replaced codes: previewed, repeated and refused. */
abstract class RotationCommandsTest extends RotatedShops {
  RotationCommandsTest(TestDatabases kind) {
    super(kind);
  }

  @Test
  void the_same_command_again_is_answered_alike_and_does_nothing_twice() {
    for (RotatedUses uses :
        List.of(RotatedUses.ROTATED_USES_HOLD, RotatedUses.ROTATED_USES_REJECT)) {
      Shop shop = leaked();
      RotatePromoCodesRequest command = rotation(uses).build();
      RotatePromoCodesResponse first = codes(shop).rotatePromoCodes(command);
      List<OrderHold> holds = holds(shop);
      // What comes later is no matter of this rotation.
      record(shop, order("later", 5_000).addCodes(Orders.code("ANNA10")));

      assertThat(codes(shop).rotatePromoCodes(command).getOutcome()).isEqualTo(first.getOutcome());
      assertThat(codes(shop).rotatePromoCodes(validating(command)).getOutcome())
          .isEqualTo(first.getOutcome());
      assertThat(holds(shop)).isEqualTo(holds);

      var failure =
          failureOf(() -> codes(shop).rotatePromoCodes(command.toBuilder().setReason("x").build()));
      assertThat(reasonOf(failure)).isEqualTo(ErrorReason.ERROR_REASON_ID_REUSED);
      assertThat(metadataOf(failure)).containsEntry("field", "reason");
    }
  }

  @Test
  void a_preview_tells_what_would_be_held_or_rejected_and_writes_nothing() {
    for (RotatedUses uses :
        List.of(RotatedUses.ROTATED_USES_HOLD, RotatedUses.ROTATED_USES_REJECT)) {
      Shop shop = leaked();

      RotatePromoCodesResponse told =
          codes(shop).rotatePromoCodes(validating(rotation(uses).build()));

      assertThat(told.getOutcome()).isEqualTo(TWO_OF_ANNA);
      assertThat(told.getEffects(0).getUses()).isEqualTo(2);
      assertThat(told.getPosition()).isEmpty();
      assertThat(holds(shop)).isEmpty();
      assertThat(get(codes(shop), "ANNA10").getVersion()).isEqualTo(1);
      assertThat(creditOf(shop.settled("o-1"))).isEqualTo("anna");
      assertThat(codes(shop).rotatePromoCodes(rotation(uses).build()).getOutcome())
          .isEqualTo(told.getOutcome());
    }
  }

  @Test
  void a_rotation_with_the_id_of_other_holds_is_refused_before_anything_is_written() {
    Shop shop = leaked();
    var unused =
        holdCalls(shop)
            .placeHolds(
                PlaceHoldsRequest.newBuilder()
                    .addOrders(HoldKey.newBuilder().setOrderId("of-bo"))
                    .setActor("ria")
                    .setReason("odd")
                    .setBatchId("r-1")
                    .build());
    RotatePromoCodesRequest command = rotation(RotatedUses.ROTATED_USES_HOLD).build();

    assertThat(reasonOf(failureOf(() -> codes(shop).rotatePromoCodes(validating(command)))))
        .isEqualTo(ErrorReason.ERROR_REASON_ID_REUSED);
    assertThat(reasonOf(failureOf(() -> codes(shop).rotatePromoCodes(command))))
        .isEqualTo(ErrorReason.ERROR_REASON_ID_REUSED);
    assertThat(get(codes(shop), "ANNA10").getVersion()).isEqualTo(1);
    assertThat(holds(shop)).hasSize(1);
  }

  @Test
  void a_refused_rotation_may_be_corrected_under_its_id() {
    Shop shop = leaked();
    RotatePromoCodesRequest wrong =
        rotation(RotatedUses.ROTATED_USES_HOLD)
            .setRotations(0, item("ANNA10", "new-1", "b-o-5"))
            .build();
    assertThat(reasonOf(failureOf(() -> codes(shop).rotatePromoCodes(wrong))))
        .isEqualTo(ErrorReason.ERROR_REASON_CODE_KEY_TAKEN);

    assertThat(
            codes(shop)
                .rotatePromoCodes(rotation(RotatedUses.ROTATED_USES_HOLD).build())
                .getOutcome())
        .isEqualTo(TWO_OF_ANNA);
  }

  @Test
  void whoever_holds_or_rejects_says_since_when_and_who_and_why() {
    Shop shop = leaked();
    RotatePromoCodesRequest hold = rotation(RotatedUses.ROTATED_USES_HOLD).build();
    RotatePromoCodesRequest reject = rotation(RotatedUses.ROTATED_USES_REJECT).build();

    for (RotatePromoCodesRequest good : List.of(hold, reject)) {
      assertThat(fieldOf(shop, good.toBuilder().clearUsesSince())).isEqualTo("uses_since");
      assertThat(fieldOf(shop, good.toBuilder().clearActor())).isEqualTo("actor");
      assertThat(fieldOf(shop, good.toBuilder().setActor("a\nb"))).isEqualTo("actor");
      assertThat(fieldOf(shop, good.toBuilder().clearReason())).isEqualTo("reason");
      assertThat(fieldOf(shop, good.toBuilder().setReason("x".repeat(1_001)))).isEqualTo("reason");
    }
    assertThat(get(codes(shop), "ANNA10").getVersion()).isEqualTo(1);
  }

  @Test
  void of_many_that_send_one_command_at_once_all_are_answered_alike() {
    Shop shop = leaked();
    RotatePromoCodesRequest command = rotation(RotatedUses.ROTATED_USES_REJECT).build();

    List<RotatePromoCodesResponse> unused =
        IntStream.range(0, 8)
            .parallel()
            .mapToObj(i -> codes(shop).rotatePromoCodes(command))
            .toList();

    assertThat(codes(shop).rotatePromoCodes(command).getOutcome()).isEqualTo(TWO_OF_ANNA);
    assertThat(holds(shop)).hasSize(2);
    assertThat(sum(shop.settled("o-1"))).isEqualTo(5_000);
  }

  private String fieldOf(Shop shop, RotatePromoCodesRequest.Builder request) {
    return fieldsOf(failureOf(() -> codes(shop).rotatePromoCodes(request.build()))).get(0);
  }
}
