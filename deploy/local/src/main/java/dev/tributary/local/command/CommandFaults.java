package dev.tributary.local.command;

import dev.tributary.local.client.RefusedException;
import dev.tributary.runtime.server.ErrorDetails;
import dev.tributary.runtime.settings.SettingsException;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.util.EnumSet;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/**
 * Says what went wrong in words. Wrong use ends with 2, whether the command notices or a service,
 * and a fault with 1; only a bug of the command itself shows its stack.
 */
public final class CommandFaults implements IExecutionExceptionHandler {
  private static final int EXIT_FAULT = 1;
  private static final int EXIT_USE = 2;

  /** What services answer when the caller could have done better. */
  private static final Set<Status.Code> USE =
      EnumSet.of(
          Status.Code.INVALID_ARGUMENT,
          Status.Code.NOT_FOUND,
          Status.Code.ALREADY_EXISTS,
          Status.Code.FAILED_PRECONDITION);

  @Override
  public int handleExecutionException(Exception fault, CommandLine command, ParseResult parsed)
      throws Exception {
    if (fault instanceof IllegalArgumentException
        || fault instanceof SettingsException
        || fault instanceof RefusedException) {
      command.getErr().println(fault.getMessage());
      return EXIT_USE;
    }
    if (fault instanceof StatusRuntimeException refused) {
      Status status = refused.getStatus();
      String reason = ErrorDetails.reason(refused.getTrailers()).orElse(status.getCode().name());
      command.getErr().println(reason + ": " + status.getDescription());
      return USE.contains(status.getCode()) ? EXIT_USE : EXIT_FAULT;
    }
    throw fault;
  }
}
