package dev.tributary.local.privacy;

import dev.tributary.attribution.v1.EraseSubjectRequest;
import dev.tributary.local.client.ConnectOptions;
import dev.tributary.local.client.Peers;
import dev.tributary.local.output.Format;
import dev.tributary.local.privacy.Subject.Kind;
import dev.tributary.local.privacy.Subject.Name;
import dev.tributary.runtime.identity.Uuid7;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Forgets a person, in every service that knows it by one of its names. */
@Command(
    name = "erase",
    description = {
      "Forgets a person for good, and prints a receipt for each of its names that proves that no "
          + "total and no payable has changed. Customers, visitors and e-mail addresses are "
          + "forgotten in orders and touches, authors in comments and mentions; give all names of "
          + "the person at once.",
      "With the id of an earlier erasure it prints that one's receipt. Of several names each has an "
          + "erasure of its own, whose id is the given one with .customer, .visitor, .email or "
          + ".author behind it, from the second of a kind on with a number; so the same command "
          + "again does nothing twice."
    },
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  tributary erase --customer - --reason 'request 4711' < id.txt",
      "  tributary erase --customer c-1001 --email ann@example.com --author ann_w --id request-4711",
      "  tributary erase --customer c-1001 --id request-4711 --format json > receipt.json"
    })
public final class EraseCommand implements Callable<Integer> {
  @Mixin private ConnectOptions connect = new ConnectOptions();

  @ArgGroup(exclusive = false, multiplicity = "1")
  private Subject subject = new Subject();

  @Option(
      names = "--id",
      paramLabel = "ID",
      description = "Id of the erasure, which must not name the person (default: a new one).")
  private @Nullable String id;

  @Option(
      names = "--reason",
      paramLabel = "TEXT",
      description = "Why, for the receipt; must not name the person.")
  private String reason = "";

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "table, json or csv (default: table); of several names one after the other.")
  private Format format = Format.TABLE;

  @Override
  public Integer call() {
    String given = id;
    String baseId = given == null ? new Uuid7(Clock.systemUTC(), new SecureRandom()).next() : given;
    List<Name> names = subject.names();
    Map<Kind, Integer> seen = new EnumMap<>(Kind.class);
    try (Peers peers = connect.open()) {
      for (Name name : names) {
        int place = seen.merge(name.kind(), 1, Integer::sum);
        String erasureId = names.size() == 1 ? baseId : idOf(baseId, name.kind(), place);
        // Said first, so that the receipt can be had also if the answer is lost.
        System.err.println("erasure " + erasureId);
        erase(peers, name, erasureId);
      }
      return 0;
    }
  }

  private static String idOf(String baseId, Kind kind, int place) {
    return baseId + "." + kind.word() + (place == 1 ? "" : place);
  }

  private void erase(Peers peers, Name name, String erasureId) {
    if (name.kind() == Kind.AUTHOR) {
      AuthorReceipts.print(
          peers
              .authorPrivacy()
              .eraseSubject(
                  dev.tributary.ingestion.v1.EraseSubjectRequest.newBuilder()
                      .setErasureId(erasureId)
                      .setReason(reason)
                      .setAuthor(name.value())
                      .build())
              .getReceipt(),
          format);
      return;
    }
    EraseSubjectRequest.Builder request =
        EraseSubjectRequest.newBuilder().setErasureId(erasureId).setReason(reason);
    switch (name.kind()) {
      case CUSTOMER -> request.setCustomerId(name.value());
      case VISITOR -> request.setVisitorId(name.value());
      default -> request.setEmail(name.value());
    }
    OrderReceipts.print(peers.privacy().eraseSubject(request.build()).getReceipt(), format);
  }
}
