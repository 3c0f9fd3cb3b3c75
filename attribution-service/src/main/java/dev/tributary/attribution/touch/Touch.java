package dev.tributary.attribution.touch;

import dev.tributary.attribution.link.UtmParameters;
import dev.tributary.runtime.identity.PersonKey;
import java.time.Instant;
import java.util.Optional;

/**
 * A recorded touch. Persons are in it as keyed hashes only.
 *
 * @param touchId the caller's id, unique together with the visitor; also the click id
 * @param type what happened
 * @param eventTime when it happened, in microseconds
 * @param linkId the link followed, if known; there may be no such link yet
 * @param utm UTM parameters of the landing, if any
 * @param personKey hash of the visitor, if there was one
 * @param customerKey hash of the customer, if known
 * @param validity whether it counts as a person's contact
 * @param test whether it is a test
 * @param consent what the person said about being recognised
 * @param referrerHost host of the page from which the visit came, if told
 * @param recordTime when it was recorded, in microseconds
 * @param shard its shard in the log
 * @param sequence its place in the shard
 */
public record Touch(
    String touchId,
    TouchType type,
    Instant eventTime,
    Optional<String> linkId,
    Optional<UtmParameters> utm,
    Optional<PersonKey> personKey,
    Optional<PersonKey> customerKey,
    TouchValidity validity,
    boolean test,
    TouchConsent consent,
    Optional<String> referrerHost,
    Instant recordTime,
    int shard,
    long sequence) {}
