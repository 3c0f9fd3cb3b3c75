package dev.tributary.local.durability;

/**
 * What all events come to.
 *
 * @param sums credits and refunds by creator, and orders, as the ledger adds them up
 * @param sales touches and orders in the feed
 * @param counts observations in the feed
 */
record Totals(String sums, int sales, int counts) {

  /** The totals of two services. */
  static Totals of(Client attribution, Client ingestion) {
    return new Totals(
        new Audit(attribution).sumsAtRest(),
        Feeds.attribution(attribution.channel()).ids().size(),
        Feeds.ingestion(ingestion.channel()).ids().size());
  }

  /** The totals of attribution where nothing else is sent. */
  static Totals of(Client attribution) {
    return new Totals(
        new Audit(attribution).sumsAtRest(),
        Feeds.attribution(attribution.channel()).ids().size(),
        0);
  }
}
