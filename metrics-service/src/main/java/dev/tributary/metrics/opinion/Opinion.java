package dev.tributary.metrics.opinion;

import dev.tributary.metrics.observation.Source;

/**
 * What was observed of people's traits or words, kept whole until a question needs its parts.
 *
 * @param kind number of the observation's field in {@code tributary.ingestion.v1.Observation}
 * @param platform number of {@code tributary.type.v1.Platform} if it is about an account, otherwise
 *     0
 * @param subjectId what it is about: handle of the account, keyword, or id of the post, campaign or
 *     collaboration
 * @param source who saw it and when
 * @param payload the observation's message; do not change the array
 */
@SuppressWarnings("ArrayRecordComponent") // Written once and never compared.
public record Opinion(int kind, int platform, String subjectId, Source source, byte[] payload) {}
