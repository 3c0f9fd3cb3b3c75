package dev.tributary.local.handout;

import dev.tributary.attribution.v1.PromoCode;
import dev.tributary.local.client.ConnectOptions;
import dev.tributary.local.client.PagedLists;
import dev.tributary.local.client.Peers;
import dev.tributary.local.client.WritePositions;
import dev.tributary.local.output.TextTable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes the codes, links and papers of a campaign. */
@Command(
    name = "handout",
    description = {
      "Gives every creator of a campaign a code made of the own name and a link for each place,",
      "and writes what to hand out: a sheet per creator, and the codes as files for the shop.",
      "Handing out again keeps what exists and adds what is missing."
    },
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "%nEnds with:%n",
    exitCodeList = {
      "0:all is handed out, or the shop's list has what it must",
      "1:a fault",
      "2:something was refused, the lists differ, or wrong use"
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  tributary handout spring-glow --discount 10 --landing https://shop.example/spring",
      "  tributary handout spring-glow --discount 10 --shop-list discounts.csv"
    })
public final class HandoutCommand implements Callable<Integer> {
  private static final int EXIT_REFUSED = 2;

  @Mixin private ConnectOptions connect = new ConnectOptions();

  @Option(
      names = "--discount",
      required = true,
      paramLabel = "PERCENT",
      description = "What a code takes off.")
  private int discount;

  @Option(
      names = "--landing",
      paramLabel = "URL",
      description = "Where links lead; without it only codes are handed out.")
  private String landing = "";

  @Option(
      names = "--placement",
      split = ",",
      paramLabel = "PLACE",
      description = {
        "Only these places: bio, story-sticker, description, pinned-comment, caption, qr",
        "(default: all that can be tapped on the creator's platforms)."
      })
  private List<String> placements = List.of();

  @Option(
      names = "--storefront",
      paramLabel = "ID",
      description = "The shop that takes the codes (default: ${DEFAULT-VALUE}).")
  private String storefront = "main";

  @Option(
      names = "--out",
      paramLabel = "FOLDER",
      description = "Where files are written (default: handout-CAMPAIGN).")
  private @Nullable Path out;

  @Option(
      names = "--shop-list",
      paramLabel = "FILE.csv",
      description = "Only compare: the shop's codes, in a column named code or post_title.")
  private @Nullable Path shopList;

  @Parameters(paramLabel = "CAMPAIGN", description = "The campaign's id.")
  private String campaignId = "";

  @Override
  public Integer call() throws IOException {
    Terms terms = new Terms(campaignId, storefront, discount, landing);
    List<Placement> asked = placements.stream().map(Placement::of).toList();
    Path list = shopList;
    try (Peers peers = connect.open()) {
      return list == null ? handOut(peers, terms, asked) : compare(peers, terms, list);
    }
  }

  private int handOut(Peers peers, Terms terms, List<Placement> asked) throws IOException {
    List<Member> members = new Members(new PagedLists(peers)).of(campaignId);
    if (members.isEmpty()) {
      throw new IllegalArgumentException(
          campaignId + ": no collaborations (expected: import the roster first)");
    }
    Path folder = out == null ? Path.of("handout-" + Slugs.plain(campaignId)) : out;
    HandoutFiles files = new HandoutFiles(folder);
    WritePositions written = new WritePositions();
    List<PromoCode> codes = new Codes(peers, terms, written, Instant.now()).giveAll(members);
    Links links = new Links(peers, written);
    List<String> refused = new ArrayList<>();
    TextTable table = new TextTable(List.of("creator", "code", "links"));
    for (int i = 0; i < members.size(); i++) {
      Member member = members.get(i);
      PromoCode code = codes.get(i);
      List<PublishedLink> published = published(links, member, asked, refused);
      files.write(
          HandoutFiles.sheet(member.collaboration().getCreatorId()),
          CreatorSheet.of(terms, member, code, published));
      table.add(List.of(member.name(), code.getCode(), Integer.toString(published.size())));
    }
    files.write("codes-shopify.csv", ShopFiles.shopify(terms, codes));
    files.write("codes-woocommerce.csv", ShopFiles.wooCommerce(terms, codes));
    table.lines("").forEach(System.out::println);
    System.out.println("sheets and the shop's lists are in " + files.folder());
    refused.forEach(reason -> System.out.println("refused: " + reason));
    // So that a preflight right after it sees what was handed out.
    written.awaitApplied(peers);
    return refused.isEmpty() ? 0 : EXIT_REFUSED;
  }

  private List<PublishedLink> published(
      Links links, Member member, List<Placement> asked, List<String> refused) {
    if (landing.isEmpty()) {
      return List.of();
    }
    LinkPlan plan = LinkPlan.of(member, landing, asked);
    refused.addAll(plan.refused());
    return links.make(plan.links(), refused);
  }

  private static int compare(Peers peers, Terms terms, Path list) throws IOException {
    List<PromoCode> ours =
        new Codes(peers, terms, new WritePositions(), Instant.now())
            .known().values().stream().flatMap(List::stream).toList();
    CodeDrift drift = CodeDrift.between(ShopList.read(list), ours);
    drift.onlyInShop().forEach(code -> System.out.println("only in the shop: " + code));
    drift.onlyHere().forEach(code -> System.out.println("missing in the shop: " + code));
    drift.spelledDifferently().forEach(pair -> System.out.println("spelled differently: " + pair));
    System.out.println(
        drift.isHarmless() ? "the shop has every code it must, and no other" : "the lists differ");
    return drift.isHarmless() ? 0 : EXIT_REFUSED;
  }
}
