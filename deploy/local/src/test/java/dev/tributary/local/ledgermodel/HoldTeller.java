package dev.tributary.local.ledgermodel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tributary.attribution.v1.CreatorIdentities;
import dev.tributary.attribution.v1.HoldDifference;
import dev.tributary.attribution.v1.HoldEvidence;
import dev.tributary.attribution.v1.HoldOutcome;
import dev.tributary.attribution.v1.HoldResolution;
import dev.tributary.attribution.v1.HoldRule;
import dev.tributary.attribution.v1.HoldServiceGrpc;
import dev.tributary.attribution.v1.PlaceHoldsRequest;
import dev.tributary.attribution.v1.PutCreatorIdentitiesRequest;
import dev.tributary.attribution.v1.ReplayHoldsRequest;
import dev.tributary.attribution.v1.ReplayHoldsResponse;
import dev.tributary.attribution.v1.ResolveHoldsRequest;
import dev.tributary.runtime.testing.Statuses;
import dev.tributary.type.v1.ErrorReason;
import io.grpc.StatusRuntimeException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Tells the services and the model the same of holds, and compares what is answered. */
final class HoldTeller {
  private final Talk talk;

  HoldTeller(Talk talk) {
    this.talk = talk;
  }

  /** As whom a creator shops. */
  void names(CreatorIdentities creator) {
    talk.say("names", creator);
    Talk.requireRecorded(
        holds()
            .putCreatorIdentities(
                PutCreatorIdentitiesRequest.newBuilder().addCreators(creator).build())
            .getResults(0));
    talk.history().add(new Fact.Named(creator, talk.now()));
  }

  /**
   * Wants orders held.
   *
   * @param orders those that the request means
   */
  void place(PlaceHoldsRequest request, Collection<OrderKey> orders) {
    talk.say("holds", request);
    HoldRule rule =
        request.getRule() == HoldRule.HOLD_RULE_UNSPECIFIED
            ? HoldRule.HOLD_RULE_MANUAL
            : request.getRule();
    String codeId = request.hasUses() ? request.getUses().getCodeId() : request.getCodeId();
    Fact fact =
        new Fact.HoldsPlaced(
            Set.copyOf(orders),
            new Finding(rule, HoldEvidence.newBuilder().setCodeId(codeId).build()),
            false,
            new Fact.Said(request.getActor(), request.getReason(), request.getBatchId()),
            talk.now());
    if (!orders.stream().allMatch(key -> talk.history().order(key).isPresent())) {
      assertThat(refusal(() -> holds().placeHolds(request)))
          .isEqualTo(ErrorReason.ERROR_REASON_NOT_FOUND);
      return;
    }
    HoldOutcome expected = HoldOutcomes.of(talk.history(), orders, fact, false);
    PlaceHoldsRequest trial = request.toBuilder().setValidateOnly(true).build();
    assertThat(holds().placeHolds(trial).getOutcome()).as("would be").isEqualTo(expected);
    assertThat(holds().placeHolds(request).getOutcome()).as("outcome").isEqualTo(expected);
    talk.history().add(fact);
    again(request, expected);
  }

  /** The same again changes nothing, and another one by its key is refused. */
  private void again(PlaceHoldsRequest request, HoldOutcome outcome) {
    assertThat(holds().placeHolds(request).getOutcome()).as("again").isEqualTo(outcome);
    PlaceHoldsRequest other = request.toBuilder().setReason("for fun").build();
    assertThat(refusal(() -> holds().placeHolds(other)))
        .isEqualTo(ErrorReason.ERROR_REASON_ID_REUSED);
  }

  /**
   * Decides about holds.
   *
   * @param fact what the request means
   */
  void resolve(ResolveHoldsRequest request, Fact.HoldsResolved fact) {
    talk.say("resolve", request);
    boolean isRestoring = request.getResolution() == HoldResolution.HOLD_RESOLUTION_RESTORE;
    HoldOutcome expected =
        HoldOutcomes.of(talk.history(), fact.numbers().keySet(), fact, isRestoring);
    ResolveHoldsRequest trial = request.toBuilder().setValidateOnly(true).build();
    HoldOutcome tried = holds().resolveHolds(trial).getOutcome();
    assertThat(tried)
        .as("would be")
        .isEqualTo(isRestoring ? expected.toBuilder().clearCredits().build() : expected);
    assertThat(holds().resolveHolds(request).getOutcome()).as("outcome").isEqualTo(expected);
    talk.history().add(fact);
    assertThat(holds().resolveHolds(request).getOutcome()).as("again").isEqualTo(expected);
  }

  /** Lets the rules of now look again at orders. */
  void replay(ReplayHoldsRequest request, Collection<OrderKey> orders) {
    talk.say("replay", request);
    Fact fact = new Fact.HoldsReplayed(Set.copyOf(orders), talk.now());
    long differences =
        orders.stream().mapToLong(key -> HoldOutcomes.changed(talk.history(), key, fact)).sum();
    ReplayHoldsRequest trial = request.toBuilder().setValidateOnly(true).build();
    for (ReplayHoldsRequest each : List.of(trial, request)) {
      ReplayHoldsResponse replayed = holds().replayHolds(each);
      assertThat(List.of(replayed.getOrderCount(), replayed.getDifferenceCount()))
          .as("orders and differences")
          .isEqualTo(List.of((long) orders.size(), differences));
      assertThat(replayed.getDifferencesList().stream().map(HoldDifference::getMessage))
          .doesNotContain("");
    }
    talk.history().add(fact);
    assertThat(holds().replayHolds(request).getDifferenceCount()).as("again").isZero();
  }

  private HoldServiceGrpc.HoldServiceBlockingStub holds() {
    return HoldServiceGrpc.newBlockingStub(talk.channel());
  }

  private static ErrorReason refusal(ThrowingCallable call) {
    return Statuses.reasonOf(catchThrowableOfType(StatusRuntimeException.class, call));
  }

  /** Numbers of holds that are meant, by order. */
  static Map<OrderKey, Set<Integer>> all(Collection<OrderKey> orders) {
    Map<OrderKey, Set<Integer>> numbers = new LinkedHashMap<>();
    orders.forEach(key -> numbers.put(key, Set.of(0)));
    return numbers;
  }
}
