package dev.tributary.metrics.feed;

import dev.tributary.attribution.v1.CommissionFact;
import dev.tributary.attribution.v1.FeedEntry;
import dev.tributary.metrics.click.ClickProtos;
import dev.tributary.metrics.click.ClickStore;
import dev.tributary.metrics.code.CodeProtos;
import dev.tributary.metrics.code.CodeStore;
import dev.tributary.metrics.commission.MovementProtos;
import dev.tributary.metrics.commission.MovementStore;
import dev.tributary.metrics.credit.CreditProtos;
import dev.tributary.metrics.credit.CreditStore;
import dev.tributary.runtime.feed.FeedItem;
import dev.tributary.runtime.feed.PageApplier;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import org.jdbi.v3.core.Handle;

/** Writes what attribution tells: codes, links, touches, conversions and commissions. */
public final class AttributionApplier implements PageApplier<FeedEntry> {
  private final CodeStore codes = new CodeStore();
  private final ClickStore clicks = new ClickStore();
  private final CreditStore credits = new CreditStore();
  private final MovementStore movements = new MovementStore();
  private final LongAdder unknown = new LongAdder();

  /** An applier to the tables of {@code db/metrics}. */
  public AttributionApplier() {}

  /** Entries passed over since the process started because their kind is unknown. */
  public long unknownEntries() {
    return unknown.sum();
  }

  @Override
  public void apply(Handle handle, List<FeedItem<FeedEntry>> items) {
    var page = new Page<>(items);
    codes.put(
        handle, page.take(FeedEntry::hasPromoCode, entry -> CodeProtos.code(entry.getPromoCode())));
    clicks.addLinks(
        handle, page.take(FeedEntry::hasLink, entry -> ClickProtos.link(entry.getLink())));
    clicks.addTouches(
        handle, page.take(FeedEntry::hasTouch, entry -> ClickProtos.touch(entry.getTouch())));
    credits.put(
        handle,
        page.take(
            FeedEntry::hasConversion, entry -> CreditProtos.conversion(entry.getConversion())));
    // Persons are attribution's to know: this model holds no key of anybody, so there is neither
    // anything to link nor anything to forget.
    page.pass(entry -> entry.hasIdentityLink() || entry.hasErased());
    // Terms are attribution's own business.
    Page<CommissionFact> commissions =
        page.part(FeedEntry::hasCommission, FeedEntry::getCommission);
    movements.put(
        handle,
        commissions.take(
            CommissionFact::hasMovement, fact -> MovementProtos.movement(fact.getMovement())));
    commissions.take(CommissionFact::hasTerms, CommissionFact::getTerms);
    unknown.add(commissions.reportRest(Feeds.ATTRIBUTION));
    // A hold changes what is paid, never credit; what a rejected one moves comes as a conversion.
    page.pass(FeedEntry::hasOrderHold);
    unknown.add(page.reportRest(Feeds.ATTRIBUTION));
  }
}
