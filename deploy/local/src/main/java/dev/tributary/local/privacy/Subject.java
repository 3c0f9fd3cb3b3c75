package dev.tributary.local.privacy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/**
 * Who is to be forgotten: all names of one person. "-" reads a name from the standard input, one
 * line for each, in the order customer, visitor, e-mail address, author.
 */
final class Subject {
  private static final String STDIN = "-";

  @Option(
      names = "--customer",
      paramLabel = "ID",
      description = "The shop's id of the customer, or - to read it from the standard input.")
  private List<String> customers = new ArrayList<>();

  @Option(
      names = "--visitor",
      paramLabel = "ID",
      description = "First-party id of the visitor, or -.")
  private List<String> visitors = new ArrayList<>();

  @Option(names = "--email", paramLabel = "ADDRESS", description = "E-mail address, or -.")
  private List<String> emails = new ArrayList<>();

  @Option(
      names = "--author",
      paramLabel = "HANDLE",
      description =
          "Handle, or a platform's id, under which the person comments or names brands, or -.")
  private List<String> authors = new ArrayList<>();

  private @Nullable BufferedReader lines;

  /** The names, those first by which others are found. */
  List<Name> names() {
    List<Name> names = new ArrayList<>();
    customers.forEach(each -> names.add(new Name(Kind.CUSTOMER, read(each))));
    visitors.forEach(each -> names.add(new Name(Kind.VISITOR, read(each))));
    emails.forEach(each -> names.add(new Name(Kind.EMAIL, read(each))));
    authors.forEach(each -> names.add(new Name(Kind.AUTHOR, handle(read(each)))));
    return names;
  }

  /** A handle as people write it may begin with "@". */
  private static String handle(String name) {
    return name.startsWith("@") ? name.substring(1) : name;
  }

  private String read(String given) {
    if (!given.equals(STDIN)) {
      return given;
    }
    try {
      BufferedReader reader = lines;
      if (reader == null) {
        reader = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        lines = reader;
      }
      String line = reader.readLine();
      if (line == null) {
        throw new IllegalArgumentException("standard input: at its end (expected: an id)");
      }
      return line;
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }

  /** What a person is called by. */
  enum Kind {
    /** The shop's id of a customer. */
    CUSTOMER("customer"),
    /** First-party id of a visitor. */
    VISITOR("visitor"),
    /** An e-mail address. */
    EMAIL("email"),
    /** A name on a social platform. */
    AUTHOR("author");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    /** As ids of erasures call it. */
    String word() {
      return word;
    }
  }

  /**
   * One name of the person.
   *
   * @param kind what it is
   * @param value the name
   */
  record Name(Kind kind, String value) {}
}
