package dev.tributary.local.codes;

import com.google.protobuf.FieldMask;
import dev.tributary.attribution.v1.CheckPromoCodeRequest;
import dev.tributary.attribution.v1.CheckPromoCodeResponse;
import dev.tributary.attribution.v1.PromoCode;
import dev.tributary.attribution.v1.UpdatePromoCodeRequest;
import dev.tributary.local.client.ConnectOptions;
import dev.tributary.local.client.PagedLists;
import dev.tributary.local.client.Peers;
import dev.tributary.local.command.Moments;
import dev.tributary.local.command.Names;
import dev.tributary.local.output.Format;
import dev.tributary.runtime.api.ProtoTimes;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lists promo codes, and does what is done to them. */
@Command(
    name = "codes",
    description = "Lists promo codes with their owner, validity, limits and policy.",
    mixinStandardHelpOptions = true,
    subcommands = {CreateCodeCommand.class, HealthCommand.class, RotateCommand.class},
    synopsisSubcommandLabel = "[COMMAND]",
    footerHeading = "%nExamples:%n",
    footer = {
      "  tributary codes --creator emily",
      "  tributary codes check EMILY10 --time 2026-05-10",
      "  tributary codes disable EMILY10",
      "  tributary codes health --campaign spring-glow",
      "  tributary codes rotate EMILY10 EMILYGLOW --validate"
    })
public final class CodesCommand implements Callable<Integer> {
  private static final int EXIT_NOT_VALID = 2;

  @Mixin private ConnectOptions connect = new ConnectOptions();

  @Option(
      names = "--collaboration",
      paramLabel = "ID",
      description = "Only those that it owns now.")
  private String collaboration = "";

  @Option(names = "--creator", paramLabel = "ID", description = "Only those of this creator.")
  private String creator = "";

  @Option(names = "--campaign", paramLabel = "ID", description = "Only those of this campaign.")
  private String campaign = "";

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "table, json or csv (default: table).")
  private Format format = Format.TABLE;

  @Override
  public Integer call() {
    try (Peers peers = connect.open()) {
      List<PromoCode> codes =
          new PagedLists(peers).codes(collaboration).stream().filter(this::isWanted).toList();
      CodeGrid.print(codes, Clock.systemUTC().instant(), format, System.out);
      return 0;
    }
  }

  /** Tells whether a code is valid. */
  @Command(
      name = "check",
      description = "Tells whether a code is valid, and why not; ends with 2 if it is not.",
      mixinStandardHelpOptions = true)
  int check(
      @Mixin ConnectOptions peersOptions,
      @Mixin CodeOptions options,
      @Option(
              names = "--time",
              paramLabel = "TIME",
              defaultValue = "",
              description = "At this time (default: now).")
          String time,
      @Parameters(paramLabel = "CODE", description = "The code as customers type it.")
          String typed) {
    Instant moment = time.isEmpty() ? Clock.systemUTC().instant() : Moments.parse("--time", time);
    try (Peers peers = peersOptions.open()) {
      CheckPromoCodeResponse answer =
          peers
              .promoCodes()
              .checkPromoCode(
                  CheckPromoCodeRequest.newBuilder()
                      .setCode(typed)
                      .setStorefrontId(options.storefront())
                      .setTime(ProtoTimes.toProto(moment))
                      .build());
      String verdict =
          answer.getValid()
              ? "valid"
              : "not valid, " + Names.plain("ERROR_REASON_", answer.getReason().name());
      System.out.printf("%s in %s: %s%n", typed, options.storefront(), verdict);
      if (answer.hasPromoCode()) {
        CodeGrid.print(List.of(answer.getPromoCode()), moment, Format.TABLE, System.out);
      }
      return answer.getValid() ? 0 : EXIT_NOT_VALID;
    }
  }

  /** Switches a code off. */
  @Command(
      name = "disable",
      description = "Switches a code off from now on; its sales so far keep their credit.",
      mixinStandardHelpOptions = true)
  int disable(
      @Mixin ConnectOptions peersOptions,
      @Mixin CodeOptions options,
      @Parameters(paramLabel = "CODE", description = "The code as customers type it.")
          String typed) {
    try (Peers peers = peersOptions.open()) {
      PromoCode code = KnownCode.find(peers, options.storefront(), typed);
      if (code.getDisabled()) {
        System.out.println(code.getCode() + ": is disabled already");
        return 0;
      }
      peers
          .promoCodes()
          .updatePromoCode(
              UpdatePromoCodeRequest.newBuilder()
                  .setPromoCode(
                      PromoCode.newBuilder().setCodeId(code.getCodeId()).setDisabled(true))
                  .setUpdateMask(FieldMask.newBuilder().addPaths("disabled"))
                  .setExpectedVersion(code.getVersion())
                  .build());
      System.out.println(code.getCode() + ": disabled");
      return 0;
    }
  }

  private boolean isWanted(PromoCode code) {
    return (creator.isEmpty() || creator.equals(code.getOwner().getCreatorId()))
        && (campaign.isEmpty() || campaign.equals(code.getOwner().getCampaignId()));
  }
}
