package dev.tributary.bench.load;

import java.util.List;

/**
 * What the load client is told to do.
 *
 * @param payload which calls to make
 * @param targets servers to call in turn, {@code host:port}
 * @param itemsPerCall items in each call
 * @param inFlightMax calls that wait for an answer at the same time. In a closed loop always as
 *     many; when paced, a bound for the client's memory: a call that is due beyond it is skipped
 * @param callsPerSecond pace at which calls are sent, whatever the answers do; 0 is a closed loop
 *     in which each answer triggers the next call
 * @param seconds how long new calls are sent; their answers are always waited for
 * @param persons how many persons the items are about
 */
public record Load(
    Payload.Kind payload,
    List<String> targets,
    int itemsPerCall,
    int inFlightMax,
    double callsPerSecond,
    double seconds,
    long persons) {
  /** Keeps its own copy of the targets. */
  public Load {
    targets = List.copyOf(targets);
  }

  /** A closed loop of touches. */
  public static Load closed(
      List<String> targets, int itemsPerCall, int inFlight, double seconds, long persons) {
    return new Load(Payload.Kind.TOUCHES, targets, itemsPerCall, inFlight, 0, seconds, persons);
  }

  /** The same calls at a fixed pace. */
  public Load paced(double newCallsPerSecond, int newInFlightMax) {
    return new Load(
        payload, targets, itemsPerCall, newInFlightMax, newCallsPerSecond, seconds, persons);
  }

  /** The same calls for another time. */
  public Load lasting(double newSeconds) {
    return new Load(
        payload, targets, itemsPerCall, inFlightMax, callsPerSecond, newSeconds, persons);
  }

  /** The same pattern, with conversions of some persons. */
  public Load ofConversions(long newPersons) {
    return of(Payload.Kind.CONVERSIONS, newPersons);
  }

  /** The same pattern, with checkouts of some persons. */
  public Load ofCheckouts(long newPersons) {
    return of(Payload.Kind.CHECKOUTS, newPersons);
  }

  private Load of(Payload.Kind newPayload, long newPersons) {
    return new Load(
        newPayload, targets, itemsPerCall, inFlightMax, callsPerSecond, seconds, newPersons);
  }
}
