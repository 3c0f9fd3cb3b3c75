package dev.tributary.local.payout;

import dev.tributary.attribution.v1.LockPeriodRequest;
import dev.tributary.attribution.v1.LockPeriodResponse;
import dev.tributary.local.client.ConnectOptions;
import dev.tributary.local.client.Peers;
import dev.tributary.local.output.Format;
import dev.tributary.runtime.api.ProtoTimes;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Closes a month. */
@Command(
    name = "lock",
    description =
        "Closes a month and writes its statements, for good. What comes later is in the next one. "
            + "Safe to call again.",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  tributary statement lock 2026-11 --validate    what would be written",
      "  tributary statement lock 2026-11"
    })
final class LockCommand implements Callable<Integer> {
  @Mixin private ConnectOptions connect = new ConnectOptions();

  @Mixin private PeriodOptions period = new PeriodOptions();

  @Option(
      names = "--id",
      paramLabel = "ID",
      description = "Id of the lock, chosen by you (default: month-YYYY-MM).")
  private @Nullable String id;

  @Option(names = "--validate", description = "Only show what would be written.")
  private boolean validate;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "table, json or csv (default: table).")
  private Format format = Format.TABLE;

  @Parameters(paramLabel = "YYYY-MM", description = "The month, which must be over.")
  private String month = "";

  @Override
  public Integer call() {
    String given = id;
    String lockId = given == null ? "month-" + PeriodOptions.month(month) : given;
    try (Peers peers = connect.open()) {
      LockPeriodResponse answer =
          peers
              .commissions()
              .lockPeriod(
                  LockPeriodRequest.newBuilder()
                      .setLockId(lockId)
                      .setMonth(month)
                      .setStorefrontId(period.storefront())
                      .setValidateOnly(validate)
                      .build());
      if (format == Format.TABLE) {
        System.out.printf(
            "%s %s to %s, %d statements%n",
            validate ? "would lock" : "locked",
            ProtoTimes.toInstant(answer.getLock().getStartTime()),
            ProtoTimes.toInstant(answer.getLock().getEndTime()),
            answer.getLock().getStatementCount());
      }
      StatementGrid.table(answer.getStatementsList()).print(format, answer, System.out);
      if (format == Format.TABLE) {
        System.out.println();
        StatementGrid.totals(answer.getTotalsList()).forEach(System.out::println);
      }
      return 0;
    }
  }
}
