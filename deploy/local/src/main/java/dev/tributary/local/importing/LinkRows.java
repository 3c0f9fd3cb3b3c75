package dev.tributary.local.importing;

import dev.tributary.attribution.v1.Link;
import dev.tributary.attribution.v1.UtmParameters;
import java.util.List;
import java.util.stream.Stream;

/** Rows of a list of tracking links. */
record LinkRows() implements RowTable<Link> {
  static final List<Field> UTM_FIELDS =
      List.of(
          Field.optional("utm_source", "who sends the visitor", "instagram"),
          Field.optional("utm_medium", "by what kind of channel", "creator"),
          Field.optional("utm_campaign", "in which campaign", "spring-glow"),
          Field.optional("utm_term", "for which keyword", ""),
          Field.optional("utm_content", "by which piece of content", "emily-bio"),
          Field.optional("utm_id", "id of the campaign", ""));

  static final List<Field> FIELDS =
      Stream.of(
              List.of(
                  Field.required("link_id", "1-64 of A-Z a-z 0-9 . _ : -", "emily-bio"),
                  Field.required(
                      "destination_url", "http or https address", "https://shop.example/spring"),
                  Field.optional("placement", "where it is published", "bio")),
              Owners.FIELDS,
              UTM_FIELDS)
          .flatMap(List::stream)
          .toList();

  @Override
  public Link parse(CsvRow row) throws RowRejected {
    Link.Builder link =
        Link.newBuilder()
            .setLinkId(row.require("link_id"))
            .setDestinationUrl(row.require("destination_url"))
            .setPlacement(row.get("placement").orElse(""))
            .setUtm(utm(row));
    Owners.of(row).ifPresent(link::setOwner);
    return link.build();
  }

  /** The UTM parameters of a row; those without a cell are absent. */
  static UtmParameters utm(CsvRow row) {
    return UtmParameters.newBuilder()
        .setSource(row.get("utm_source").orElse(""))
        .setMedium(row.get("utm_medium").orElse(""))
        .setCampaign(row.get("utm_campaign").orElse(""))
        .setTerm(row.get("utm_term").orElse(""))
        .setContent(row.get("utm_content").orElse(""))
        .setId(row.get("utm_id").orElse(""))
        .build();
  }
}
