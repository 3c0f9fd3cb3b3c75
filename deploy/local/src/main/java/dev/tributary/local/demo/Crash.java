package dev.tributary.local.demo;

/**
 * What a kill -9 of a service did to a load, counted in items but for the calls.
 *
 * @param service who was killed
 * @param label what was being sent
 * @param count items of the load
 * @param callsInFlight calls that were sent and not answered at the moment of the kill
 * @param acknowledgedBefore items acknowledged by then; none of them is sent again
 * @param sentAgain items whose call failed, so that nobody knew whether they were recorded
 * @param alreadyRecorded those of them that were
 */
record Crash(
    String service,
    String label,
    long count,
    long callsInFlight,
    long acknowledgedBefore,
    long sentAgain,
    long alreadyRecorded) {}
