package dev.tributary.local.holds;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.local.testing.OwnSuite;
import dev.tributary.local.testing.OwnSuite.Said;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Orders of 90.00 EUR net sales each, held and decided on from the command line. */
class HoldsCommandTest {
  private static final String[] WHY = {"--actor", "mia", "--reason", "on a coupon site"};

  @TempDir Path directory;

  private OwnSuite suite;

  @BeforeEach
  void start() throws IOException {
    suite = new OwnSuite(directory);
    Path codes =
        suite.file(
            "codes.csv",
            "code,collaboration_id,creator_id,campaign_id",
            "EMILY10,spring-emily,emily,spring",
            "BO10,spring-bo,bo,spring");
    suite.runs("import", "--kind", "codes", codes.toString());
    Path orders =
        suite.file(
            "orders.csv",
            "order_id,time,currency,subtotal,discount,tax,tax_included,code",
            "#1,2026-05-01T10:00:00Z,EUR,107.10,11.90,17.10,true,EMILY10",
            "#2,2026-05-02T10:00:00Z,EUR,107.10,11.90,17.10,true,EMILY10",
            "#3,2026-05-03T10:00:00Z,EUR,107.10,11.90,17.10,true,EMILY10",
            "#4,2026-05-03T11:00:00Z,EUR,107.10,11.90,17.10,true,BO10");
    suite.runs("import", "--kind", "orders", orders.toString());
  }

  @AfterEach
  void stop() {
    suite.close();
  }

  @Test
  void uses_of_a_code_are_held_listed_released_rejected_and_restored() {
    String[] place = {
      "holds",
      "place",
      "--uses-of=emily10",
      "--from=2026-05-02",
      "--to=2026-06-01",
      "--rule=code_leak"
    };
    assertThat(runs(place, "--validate"))
        .startsWith("would hold: 2 holds of 2 orders\n")
        .containsPattern("emily +2 +180\\.00 +EUR\n");
    assertThat(suite.runs("holds", "--format=csv").lines()).hasSize(1);
    assertThat(runs(place, "--id=leak-1")).startsWith("held: 2 holds of 2 orders\n");
    assertThat(runs(place, "--id=leak-1")).startsWith("held: 2 holds of 2 orders\n");
    assertThat(suite.runs("holds", "--code=EMILY10", "--rule=code_leak"))
        .containsPattern(
            "#2 +2026-05-02T10:00:00Z +code_leak +held +90\\.00 +EUR +mia: on a coupon");

    assertThat(runs(new String[] {"holds", "release", "#2"}))
        .startsWith("released: 1 holds of 1 orders\n");
    assertThat(runs(new String[] {"holds", "reject", "--code=EMILY10"}))
        .startsWith("rejected: 1 holds of 1 orders\n")
        .containsPattern("emily +1 +90\\.00 +EUR\n");
    assertThat(suite.runs("holds", "--state=rejected"))
        .containsPattern("#3 .* rejected .* mia: on a coupon site\n");
    assertThat(suite.runs("conversion", "#3")).contains("(unattributed)");

    assertThat(runs(new String[] {"holds", "restore", "#3"})).startsWith("restored: 1 holds of 1");
    assertThat(runs(new String[] {"holds", "release", "#3"}))
        .isEqualTo("released: 0 holds of 0 orders\n");
  }

  @Test
  void one_order_is_held_by_hand_and_the_answer_is_also_json() {
    assertThat(runs(new String[] {"holds", "place", "#4"}, "--format=json"))
        .contains("\"creator_id\": \"bo\"");
    assertThat(suite.runs("holds", "--creator=bo")).containsPattern("#4 .* manual +held ");
    assertThat(suite.runs("holds", "--creator=emily", "--format=csv").lines()).hasSize(1);
    assertThat(suite.runs("holds", "--state=all", "--from=2026-05-01", "--to=2026-05-03"))
        .doesNotContain("#4");
  }

  @Test
  void what_is_not_said_or_not_known_ends_with_2() {
    assertThat(suite.run("holds", "release", "#1").exitCode()).isEqualTo(2);
    assertThat(refused("holds", "release"))
        .isEqualTo("holds: none named (expected: either orders, or options such as --code)\n");
    assertThat(refused("holds", "reject", "#1", "--code=EMILY10")).contains("named in two ways");
    assertThat(refused("holds", "place")).isEqualTo("no order (expected: some, or --uses-of)\n");
    assertThat(refused("holds", "place", "#99")).startsWith("NOT_FOUND: ");
    assertThat(refused("holds", "place", "#1", "--rule=bad"))
        .startsWith("--rule: 'bad' (expected:");
    assertThat(refused("holds", "place", "--uses-of=EMILY10"))
        .contains("--from, --to (expected: both)");
  }

  private String runs(String[] command, String... more) {
    Said said = suite.run(all(command, more));
    assertThat(said.exitCode()).as(said.complaint()).isZero();
    return said.text();
  }

  private String refused(String... command) {
    Said said = suite.run(all(command));
    assertThat(said.exitCode()).isEqualTo(2);
    return said.complaint();
  }

  private static String[] all(String[] command, String... more) {
    String[] all = new String[command.length + WHY.length + more.length];
    System.arraycopy(command, 0, all, 0, command.length);
    System.arraycopy(WHY, 0, all, command.length, WHY.length);
    System.arraycopy(more, 0, all, command.length + WHY.length, more.length);
    return all;
  }
}
