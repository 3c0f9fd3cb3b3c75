package dev.tributary.ingestion.badhouse;

import com.google.protobuf.Timestamp;

/** A record of the domain that holds a message. */
public record OrderTotal(long minor, Timestamp time) {}
