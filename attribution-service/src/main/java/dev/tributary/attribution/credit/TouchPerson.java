package dev.tributary.attribution.credit;

import dev.tributary.attribution.identity.Belonging;
import dev.tributary.attribution.touch.TouchConsent;

/**
 * What a touch has to do with the person of a conversion.
 *
 * @param belonging how it belongs to the person
 * @param consent what the person said about being recognised
 */
public record TouchPerson(Belonging belonging, TouchConsent consent) {}
