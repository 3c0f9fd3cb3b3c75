package dev.tributary.local.privacy;

import dev.tributary.attribution.v1.EraseSubjectRequest;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Who is to be forgotten: one of these; "-" reads the id from the standard input. */
final class Subject {
  private static final String STDIN = "-";

  @Option(
      names = "--customer",
      required = true,
      paramLabel = "ID",
      description = "The shop's id of the customer, or - to read it from the standard input.")
  private @Nullable String customer;

  @Option(
      names = "--visitor",
      required = true,
      paramLabel = "ID",
      description = "First-party id of the visitor, or -.")
  private @Nullable String visitor;

  @Option(
      names = "--email",
      required = true,
      paramLabel = "ADDRESS",
      description = "E-mail address, or -.")
  private @Nullable String email;

  /** Names the person in a request. */
  void putInto(EraseSubjectRequest.Builder request) {
    String byCustomer = customer;
    String byVisitor = visitor;
    String byEmail = email;
    if (byCustomer != null) {
      request.setCustomerId(read(byCustomer));
    } else if (byVisitor != null) {
      request.setVisitorId(read(byVisitor));
    } else if (byEmail != null) {
      request.setEmail(read(byEmail));
    }
  }

  private static String read(String given) {
    if (!given.equals(STDIN)) {
      return given;
    }
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    try {
      String line = lines.readLine();
      if (line == null) {
        throw new IllegalArgumentException("standard input: empty (expected: an id)");
      }
      return line;
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }
}
