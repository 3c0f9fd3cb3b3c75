package dev.tributary.ingestion.badhouse;

/** A name that says nothing. */
public interface OrderManager {}
