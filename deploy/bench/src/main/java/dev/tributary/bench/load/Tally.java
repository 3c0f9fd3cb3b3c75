package dev.tributary.bench.load;

import com.google.rpc.ErrorInfo;
import io.grpc.Status;
import io.grpc.protobuf.StatusProto;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;

/** What came of the calls of one load so far. Thread-safe. */
final class Tally {
  private final Latencies latencies = new Latencies();
  private final LongAdder recorded = new LongAdder();
  private final LongAdder alreadyRecorded = new LongAdder();
  private final LongAdder rejected = new LongAdder();
  private final LongAdder skipped = new LongAdder();
  private final Map<String, LongAdder> refused = new ConcurrentHashMap<>();

  void judged(long nanos, int newRecorded, int newAlreadyRecorded, int newRejected) {
    latencies.add(nanos);
    recorded.add(newRecorded);
    alreadyRecorded.add(newAlreadyRecorded);
    rejected.add(newRejected);
  }

  void refused(Throwable fault) {
    refused.computeIfAbsent(reason(fault), reason -> new LongAdder()).increment();
  }

  void skipped() {
    skipped.increment();
  }

  /** The outcome, when all answers are in. */
  Outcome outcome(double seconds, double drainSeconds) {
    return new Outcome(
        latencies.count(),
        refused.entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, reason -> reason.getValue().sum())),
        skipped.sum(),
        recorded.sum(),
        alreadyRecorded.sum(),
        rejected.sum(),
        seconds,
        drainSeconds,
        latencies.millis(0.5),
        latencies.millis(0.99));
  }

  /** The status code, and the API's reason where the answer names one. */
  private static String reason(Throwable fault) {
    com.google.rpc.Status details = StatusProto.fromThrowable(fault);
    String code = Status.fromThrowable(fault).getCode().name();
    return details == null
        ? code
        : details.getDetailsList().stream()
            .filter(detail -> detail.is(ErrorInfo.class))
            .map(detail -> code + " " + reason(detail))
            .findFirst()
            .orElse(code);
  }

  private static String reason(com.google.protobuf.Any detail) {
    try {
      return detail.unpack(ErrorInfo.class).getReason();
    } catch (com.google.protobuf.InvalidProtocolBufferException unreadable) {
      return "with details that cannot be read";
    }
  }
}
