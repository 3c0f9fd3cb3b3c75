package dev.tributary.local.client;

/** Where the four services listen, as host and port. */
public record Targets(String ingestion, String metrics, String attribution, String reporting) {}
