package dev.tributary.attribution;

import dev.tributary.attribution.analysis.AnalysisGrpcService;
import dev.tributary.attribution.analysis.CreditSummaries;
import dev.tributary.attribution.commission.Accruals;
import dev.tributary.attribution.commission.CommissionGrpcService;
import dev.tributary.attribution.commission.Payouts;
import dev.tributary.attribution.commission.Periods;
import dev.tributary.attribution.commission.Statements;
import dev.tributary.attribution.commission.TermsBook;
import dev.tributary.attribution.commission.WithheldChanges;
import dev.tributary.attribution.conversion.CodeCreditSums;
import dev.tributary.attribution.conversion.CodedOrders;
import dev.tributary.attribution.conversion.ConversionGrpcService;
import dev.tributary.attribution.conversion.ConversionPersons;
import dev.tributary.attribution.conversion.ConversionReader;
import dev.tributary.attribution.conversion.Evidences;
import dev.tributary.attribution.conversion.HeldOrders;
import dev.tributary.attribution.conversion.HeldRefunds;
import dev.tributary.attribution.conversion.OrderIntake;
import dev.tributary.attribution.conversion.OrderWork;
import dev.tributary.attribution.conversion.OverLimitNotes;
import dev.tributary.attribution.conversion.Paths;
import dev.tributary.attribution.conversion.PurchaseStore;
import dev.tributary.attribution.conversion.Reattributions;
import dev.tributary.attribution.feed.FeedGrpcService;
import dev.tributary.attribution.feed.TouchTable;
import dev.tributary.attribution.health.CodeHealths;
import dev.tributary.attribution.health.HealthAnswers;
import dev.tributary.attribution.hold.CreatorIdentities;
import dev.tributary.attribution.hold.HoldChecks;
import dev.tributary.attribution.hold.HoldDesk;
import dev.tributary.attribution.hold.HoldGrpcService;
import dev.tributary.attribution.hold.HoldJudge;
import dev.tributary.attribution.hold.HoldReplay;
import dev.tributary.attribution.hold.Holds;
import dev.tributary.attribution.hold.RotationHolds;
import dev.tributary.attribution.identity.Identities;
import dev.tributary.attribution.identity.IdentityLinkLog;
import dev.tributary.attribution.identity.IdentityPersons;
import dev.tributary.attribution.link.LinkGrpcService;
import dev.tributary.attribution.link.LinkLog;
import dev.tributary.attribution.link.Links;
import dev.tributary.attribution.privacy.Erasures;
import dev.tributary.attribution.privacy.PersonColumn;
import dev.tributary.attribution.privacy.PersonRows;
import dev.tributary.attribution.privacy.PrivacyGrpcService;
import dev.tributary.attribution.promocode.CheckoutCodes;
import dev.tributary.attribution.promocode.CodeAdvice;
import dev.tributary.attribution.promocode.CodeMeters;
import dev.tributary.attribution.promocode.CodeRotations;
import dev.tributary.attribution.promocode.HoldSweeper;
import dev.tributary.attribution.promocode.OrderUses;
import dev.tributary.attribution.promocode.PromoCodeGrpcService;
import dev.tributary.attribution.promocode.PromoCodeLog;
import dev.tributary.attribution.promocode.PromoCodes;
import dev.tributary.attribution.promocode.Reservations;
import dev.tributary.attribution.promocode.ReservedCodes;
import dev.tributary.attribution.reconciliation.Reconciliations;
import dev.tributary.attribution.settle.CodeUses;
import dev.tributary.attribution.settle.EarnedCommissions;
import dev.tributary.attribution.settle.LateTouches;
import dev.tributary.attribution.settle.LinkedSuspects;
import dev.tributary.attribution.settle.Settler;
import dev.tributary.attribution.storefront.Storefronts;
import dev.tributary.attribution.touch.IncomingTouch;
import dev.tributary.attribution.touch.TouchGrpcService;
import dev.tributary.attribution.touch.TouchPersons;
import dev.tributary.attribution.touch.TouchStore;
import dev.tributary.attribution.touch.Touches;
import dev.tributary.runtime.database.Database;
import dev.tributary.runtime.database.Upkeep;
import dev.tributary.runtime.feed.EntryTable;
import dev.tributary.runtime.feed.FeedFollower;
import dev.tributary.runtime.feed.FeedMeters;
import dev.tributary.runtime.feed.FeedReader;
import dev.tributary.runtime.feed.Freshness;
import dev.tributary.runtime.feed.StoredEntry;
import dev.tributary.runtime.group.FactLog;
import dev.tributary.runtime.group.GroupWriter;
import dev.tributary.runtime.identity.PersonHasher;
import dev.tributary.runtime.identity.PersonKind;
import dev.tributary.runtime.log.FeedLog;
import dev.tributary.runtime.server.RunningService;
import dev.tributary.runtime.server.ServiceServer;
import dev.tributary.runtime.telemetry.Telemetry;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The attribution service, put together. */
public final class AttributionApp {
  /** Name of the service's feed, which positions carry. */
  public static final String FEED = "attribution";

  /** How often holds of codes are looked for whose time has come. */
  private static final Duration HOLD_SWEEP = Duration.ofSeconds(1);

  private static final Set<String> HOT_METHODS =
      Stream.of(
              TouchGrpcService.HOT_METHODS,
              ConversionGrpcService.HOT_METHODS,
              PromoCodeGrpcService.HOT_METHODS)
          .flatMap(Set::stream)
          .collect(Collectors.toUnmodifiableSet());

  private AttributionApp() {}

  /** Starts the service without measuring it. */
  public static RunningService create(AttributionConfig config, Clock clock) {
    return create(config, Telemetry.none(), clock);
  }

  /**
   * Opens the database and starts the server.
   *
   * @param telemetry measures what the service does
   * @param clock tells receive times and what is in the future
   */
  public static RunningService create(AttributionConfig config, Telemetry telemetry, Clock clock) {
    Database database = Database.open(config.database(), "db/log", "db/follower", "db/attribution");
    PersonHasher hasher =
        PersonHasher.open(config.idKey(), config.idKeyFile(), config.database().isEmbedded());
    FeedLog log = new FeedLog(FEED, clock);
    FeedReader reader = new FeedReader(database, log, List.of(new EntryTable(), new TouchTable()));

    PromoCodes promoCodes = new PromoCodes(database);
    PromoCodeLog promoCodeLog = new PromoCodeLog(database, log, reader::wake);
    PurchaseStore purchases = new PurchaseStore();
    Reservations reservations =
        Reservations.start(config.writing(), database, log, purchases)
            .measuredBy(telemetry.meter());
    ReservedCodes reservedCodes = ReservedCodes.start(database, promoCodes);
    CodeMeters codeMeters = new CodeMeters(telemetry.meter());
    Upkeep holdSweeper = HoldSweeper.start(database, log, purchases, codeMeters, clock, HOLD_SWEEP);
    Links links = new Links(database);
    LinkLog linkLog = new LinkLog(database, log, reader::wake);
    FactLog<IncomingTouch> touchLog =
        FactLog.start("touches", config.writing(), database, log, new TouchStore(), reader::wake)
            .measuredBy(telemetry.meter());
    Storefronts storefronts = new Storefronts(database, log);
    Identities identities = new Identities();
    IdentityLinkLog identityLinkLog = new IdentityLinkLog(database, log, reader::wake);
    Evidences evidences = new Evidences(promoCodes, new Paths(identities, new Touches(), links));
    TermsBook terms = new TermsBook(database, log, storefronts, reader::wake);
    WithheldChanges withheld = new WithheldChanges(database);
    OrderIntake orders =
        new OrderIntake(
            GroupWriter.start(
                    "orders",
                    config.writing(),
                    database,
                    log,
                    new OrderWork(storefronts, evidences),
                    reader::wake)
                .measuredBy(telemetry.meter()),
            log);

    Reattributions reattributions = new Reattributions(evidences);
    HeldOrders heldOrders = new HeldOrders(reattributions);
    Holds holds = new Holds(heldOrders);
    HoldDesk desk = new HoldDesk(database, log, heldOrders, holds, reader::wake, clock);
    CreatorIdentities creators = new CreatorIdentities(database, log);
    HoldJudge holdJudge = new HoldJudge(heldOrders, creators, identities, storefronts);
    Erasures erasures =
        new Erasures(
            database,
            log,
            reader::wake,
            reattributions,
            withheld,
            personRows(),
            new SecureRandom());
    FeedFollower<StoredEntry> settler =
        new FeedFollower<>(
            FEED,
            database,
            Settler.source(database, log),
            new Settler(
                log,
                List.of(
                    new LateTouches(reattributions, identities, withheld),
                    new CodeUses(
                        new CodedOrders(),
                        new OrderUses(purchases, codeMeters),
                        new OverLimitNotes()),
                    new HoldChecks(holdJudge, holds, new LinkedSuspects(identities)),
                    new EarnedCommissions(new Accruals(terms)))),
            clock);
    settler.start();
    ExecutorService answers = Executors.newFixedThreadPool(config.server().callThreads());
    FeedMeters.observe(telemetry.meter(), FEED, Map.of(FEED, settler));
    var settled = new Freshness(Map.of(FEED, settler), answers);
    ServiceServer server =
        ServiceServer.start(
            FEED,
            config.server(),
            telemetry,
            List.of(
                new PromoCodeGrpcService(
                    promoCodes,
                    promoCodeLog,
                    new CodeAdvice(database),
                    new CheckoutCodes(reservedCodes, reservations, hasher, clock),
                    new CodeRotations(
                        database,
                        log,
                        new CodeCreditSums(),
                        new RotationHolds(desk),
                        clock,
                        reader::wake),
                    clock),
                new LinkGrpcService(links, linkLog),
                new TouchGrpcService(touchLog, identityLinkLog, hasher, clock),
                new ConversionGrpcService(
                    orders,
                    new ConversionReader(database),
                    new HeldRefunds(database),
                    storefronts,
                    hasher,
                    settled,
                    clock),
                new HoldGrpcService(
                    desk,
                    new HoldReplay(database, log, holdJudge, holds, reader::wake, clock),
                    creators,
                    hasher,
                    settled),
                new AnalysisGrpcService(
                    new CreditSummaries(database),
                    new Reconciliations(database),
                    new HealthAnswers(new CodeHealths(database), settled),
                    settled),
                new PrivacyGrpcService(erasures, hasher),
                new CommissionGrpcService(
                    terms,
                    new Periods(database, log, storefronts, terms, reader::wake, clock),
                    new Statements(database, terms, clock),
                    new Payouts(database, clock),
                    withheld,
                    clock),
                new FeedGrpcService(FEED, reader)),
            HOT_METHODS);
    return new RunningService(
        server,
        answers::shutdown,
        reservedCodes,
        touchLog,
        orders,
        reservations,
        holdSweeper,
        settler,
        reader,
        database);
  }

  /** Everything that names persons. Whoever adds a column with keys of persons adds it here. */
  private static List<PersonRows> personRows() {
    Set<PersonKind> customers = Set.of(PersonKind.CUSTOMER);
    return List.of(
        new TouchPersons(),
        new ConversionPersons(),
        new IdentityPersons(),
        new PersonColumn(
            "creator_identity",
            "person_key",
            Set.of(PersonKind.VISITOR, PersonKind.CUSTOMER, PersonKind.EMAIL)),
        new PersonColumn("code_binding", "customer_key", customers),
        new PersonColumn("code_reservation", "customer_key", customers),
        new PersonColumn("code_customer_counter", "customer_key", customers));
  }
}
