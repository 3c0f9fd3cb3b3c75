package dev.tributary.local.command;

import dev.tributary.runtime.settings.SettingsException;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/**
 * Says what went wrong in words. Wrong use ends with 2, a refusal or fault of a service with 1;
 * only a bug of the command itself shows its stack.
 */
public final class CommandFaults implements IExecutionExceptionHandler {
  private static final int EXIT_FAULT = 1;
  private static final int EXIT_USE = 2;

  @Override
  public int handleExecutionException(Exception fault, CommandLine command, ParseResult parsed)
      throws Exception {
    if (fault instanceof IllegalArgumentException || fault instanceof SettingsException) {
      command.getErr().println(fault.getMessage());
      return EXIT_USE;
    }
    if (fault instanceof StatusRuntimeException refused) {
      Status status = refused.getStatus();
      command.getErr().println(status.getCode() + ": " + status.getDescription());
      return EXIT_FAULT;
    }
    throw fault;
  }
}
