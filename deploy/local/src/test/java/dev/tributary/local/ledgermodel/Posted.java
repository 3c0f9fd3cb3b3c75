package dev.tributary.local.ledgermodel;

import dev.tributary.attribution.v1.PostingKind;
import java.time.Instant;

/** A posting of the model. */
record Posted(
    int revision,
    PostingKind kind,
    Cell cell,
    String amendmentId,
    Instant time,
    Cell.Amount amount) {}
