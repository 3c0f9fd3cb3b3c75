package dev.tributary.local.importing;

import dev.tributary.attribution.v1.Link;
import dev.tributary.attribution.v1.PromoCode;
import dev.tributary.ingestion.v1.Observation;
import java.util.List;

/** What the rows of a roster say beside creators and collaborations. */
final class RosterEntries implements BookSink.Entries<RosterRow> {
  private final Lane<PromoCode, ?> codes;
  private final Lane<Link, ?> links;
  private final Lane<Observation, ?> followers;

  RosterEntries(Calls calls) {
    this.codes = Lane.quiet(calls.codes());
    this.links = Lane.quiet(calls.links());
    this.followers = Lane.quiet(calls.observations());
  }

  @Override
  public long line(RosterRow row) {
    return row.line();
  }

  @Override
  public String campaignId(RosterRow row) {
    return row.campaignId();
  }

  @Override
  public BookSink.Writer<RosterRow> open(CatalogBook book) {
    Roster roster = new Roster(book);
    return row -> {
      roster.add(row);
      Roster.code(row).ifPresent(code -> codes.add(row.line(), code));
      Roster.link(row).ifPresent(link -> links.add(row.line(), link));
      Roster.followers(row).ifPresent(seen -> followers.add(row.line(), seen));
    };
  }

  @Override
  public List<Lane<?, ?>> before() {
    return List.of();
  }

  @Override
  public List<Lane<?, ?>> after() {
    return List.of(codes, links, followers);
  }
}
