package dev.tributary.bench.load;

import dev.tributary.type.v1.Verdict;
import dev.tributary.type.v1.VerdictStatus;
import io.grpc.stub.StreamObserver;
import java.util.List;
import java.util.function.Function;

/** Counts the verdicts of one answer. */
final class Judgement<A> implements StreamObserver<A> {
  private final Function<A, List<Verdict>> verdicts;
  private final Payload.Answer answer;

  Judgement(Function<A, List<Verdict>> verdicts, Payload.Answer answer) {
    this.verdicts = verdicts;
    this.answer = answer;
  }

  @Override
  public void onNext(A response) {
    int recorded = 0;
    int alreadyRecorded = 0;
    int rejected = 0;
    for (Verdict verdict : verdicts.apply(response)) {
      if (verdict.getStatus() == VerdictStatus.VERDICT_STATUS_RECORDED) {
        recorded++;
      } else if (verdict.getStatus() == VerdictStatus.VERDICT_STATUS_ALREADY_RECORDED) {
        alreadyRecorded++;
      } else {
        rejected++;
      }
    }
    answer.judged(recorded, alreadyRecorded, rejected);
  }

  @Override
  public void onError(Throwable fault) {
    answer.refused(fault);
  }

  @Override
  public void onCompleted() {}
}
