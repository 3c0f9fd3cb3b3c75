package dev.tributary.local;

import dev.tributary.local.codes.CodesCommand;
import dev.tributary.local.command.CommandFaults;
import dev.tributary.local.command.ConversionCommand;
import dev.tributary.local.command.DemoCommand;
import dev.tributary.local.command.ExplainCommand;
import dev.tributary.local.command.KpisCommand;
import dev.tributary.local.command.PreflightCommand;
import dev.tributary.local.command.ReportCommand;
import dev.tributary.local.command.SeriesCommand;
import dev.tributary.local.command.UpCommand;
import dev.tributary.local.command.WatchCommand;
import dev.tributary.local.handout.HandoutCommand;
import dev.tributary.local.holds.HoldsCommand;
import dev.tributary.local.importing.ImportCommand;
import dev.tributary.local.payout.PayCommand;
import dev.tributary.local.payout.StatementCommand;
import dev.tributary.local.payout.TermsCommand;
import dev.tributary.local.privacy.EraseCommand;
import dev.tributary.local.reconcile.ReconcileCommand;
import dev.tributary.local.refund.RefundCommand;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The {@code tributary} command. */
@Command(
    name = "tributary",
    description = "Measures influencer marketing: runs the suite, feeds it and asks it.",
    mixinStandardHelpOptions = true,
    version = "tributary 0.1.0",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      UpCommand.class,
      DemoCommand.class,
      ImportCommand.class,
      HandoutCommand.class,
      CodesCommand.class,
      KpisCommand.class,
      SeriesCommand.class,
      ConversionCommand.class,
      RefundCommand.class,
      HoldsCommand.class,
      TermsCommand.class,
      StatementCommand.class,
      PayCommand.class,
      EraseCommand.class,
      ExplainCommand.class,
      ReportCommand.class,
      WatchCommand.class,
      PreflightCommand.class,
      ReconcileCommand.class
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  tributary demo                      a suite with data to look at",
      "  tributary up                        an empty suite on ports 7101 to 7104",
      "  tributary COMMAND --help            what a command takes, with examples",
    })
public final class Tributary {
  private Tributary() {}

  /** Runs a command; the process ends with 0 when all went well, 1 on a fault, 2 on wrong use. */
  public static void main(String[] arguments) {
    System.exit(commandLine().execute(arguments));
  }

  /** The command with its subcommands, writing to the standard streams. */
  public static CommandLine commandLine() {
    return new CommandLine(new Tributary())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setExecutionExceptionHandler(new CommandFaults())
        .setOut(new PrintWriter(new OutputStreamWriter(System.out, StandardCharsets.UTF_8), true))
        .setErr(new PrintWriter(new OutputStreamWriter(System.err, StandardCharsets.UTF_8), true));
  }
}
