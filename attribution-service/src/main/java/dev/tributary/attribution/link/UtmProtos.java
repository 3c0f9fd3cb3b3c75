package dev.tributary.attribution.link;

import dev.tributary.attribution.request.SingleLine;
import dev.tributary.runtime.api.Rejected;

/** UTM parameters in the contract and in our records. */
public final class UtmProtos {
  private static final int CHARACTERS_MAX = 200;

  private UtmProtos() {}

  /**
   * Parses parameters; an absent message has none.
   *
   * @param field path of the message, put before the names of its fields
   */
  public static UtmParameters parse(String field, dev.tributary.attribution.v1.UtmParameters proto)
      throws Rejected {
    return new UtmParameters(
        SingleLine.text(field + ".source", proto.getSource(), CHARACTERS_MAX),
        SingleLine.text(field + ".medium", proto.getMedium(), CHARACTERS_MAX),
        SingleLine.text(field + ".campaign", proto.getCampaign(), CHARACTERS_MAX),
        SingleLine.text(field + ".term", proto.getTerm(), CHARACTERS_MAX),
        SingleLine.text(field + ".content", proto.getContent(), CHARACTERS_MAX),
        SingleLine.text(field + ".id", proto.getId(), CHARACTERS_MAX));
  }

  /** The message of parameters. */
  public static dev.tributary.attribution.v1.UtmParameters toProto(UtmParameters utm) {
    return dev.tributary.attribution.v1.UtmParameters.newBuilder()
        .setSource(utm.source())
        .setMedium(utm.medium())
        .setCampaign(utm.campaign())
        .setTerm(utm.term())
        .setContent(utm.content())
        .setId(utm.id())
        .build();
  }
}
