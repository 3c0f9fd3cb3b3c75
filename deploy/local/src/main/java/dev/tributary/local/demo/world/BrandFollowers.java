package dev.tributary.local.demo.world;

import dev.tributary.ingestion.v1.Account;
import dev.tributary.ingestion.v1.AccountCounters;
import dev.tributary.ingestion.v1.Observation;
import dev.tributary.ingestion.v1.Source;
import dev.tributary.runtime.api.ProtoTimes;
import dev.tributary.type.v1.ProvenanceClass;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** Followers of the brands' own accounts, once a day: before, during and after the campaigns. */
final class BrandFollowers {
  private static final int DAYS_BEFORE = 7;

  private BrandFollowers() {}

  static List<Observation> of(Calendar calendar, long seed) {
    Chance chance = Chance.of(seed, "brand-followers");
    List<Observation> readings = new ArrayList<>();
    for (Account account : Campaigns.brandAccounts(Campaigns.SALES)) {
      readings.addAll(
          readings(account, calendar, calendar.salesStart(), calendar.salesEnd(), chance));
    }
    for (Account account : Campaigns.brandAccounts(Campaigns.AWARENESS)) {
      readings.addAll(
          readings(account, calendar, calendar.awarenessStart(), calendar.awarenessEnd(), chance));
    }
    return readings;
  }

  private static List<Observation> readings(
      Account account, Calendar calendar, LocalDate start, LocalDate end, Chance chance) {
    List<Observation> readings = new ArrayList<>();
    long followers = chance.between(60_000, 140_000);
    LocalDate today = LocalDate.ofInstant(calendar.now(), ZoneOffset.UTC);
    for (LocalDate day = start.minusDays(DAYS_BEFORE); day.isBefore(today); day = day.plusDays(1)) {
      readings.add(reading(account, day.atTime(4, 0).toInstant(ZoneOffset.UTC), followers));
      boolean during = !day.isBefore(start) && !day.isAfter(end);
      followers += Math.round(followers * (during ? 0.0018 : 0.0003) * chance.around(1, 0.3));
    }
    return readings;
  }

  private static Observation reading(Account account, Instant time, long followers) {
    return Observation.newBuilder()
        .setObservationId(account.getHandle() + ":" + time.getEpochSecond())
        .setSource(
            Source.newBuilder()
                .setProvenance(ProvenanceClass.PROVENANCE_CLASS_FIRST_PARTY_API)
                .setSystem("brand-accounts"))
        .setObservedTime(ProtoTimes.toProto(time))
        .setAccountCounters(
            AccountCounters.newBuilder()
                .setAccount(account)
                .addCounters(Counters.count("followers", followers)))
        .build();
  }
}
