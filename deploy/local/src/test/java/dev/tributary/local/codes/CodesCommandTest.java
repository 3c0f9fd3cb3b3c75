package dev.tributary.local.codes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.local.testing.OwnSuite;
import dev.tributary.local.testing.OwnSuite.Said;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Codes from the command line, against a real suite. */
class CodesCommandTest {
  private static final String[] EMILY = {
    "codes",
    "create",
    "EMILY10",
    "--collaboration",
    "spring-emily",
    "--creator",
    "emily",
    "--campaign",
    "spring",
    "--until",
    "2026-06-01",
    "--discount",
    "12.5%",
    "--policy",
    "split:6000"
  };

  @TempDir static Path directory;

  private static OwnSuite suite;

  @BeforeAll
  static void start() {
    suite = new OwnSuite(directory);
    assertThat(suite.runs(EMILY))
        .startsWith("EMILY10: recorded\n")
        .contains("until 2026-06-01T00:00:00Z", "12.5 %", "split 60 %", "code-emily10");
    suite.runs(
        "codes",
        "create",
        "VIP",
        "--max-uses=1000",
        "--per-customer=1",
        "--budget=500.00 EUR",
        "--first-order",
        "--minimum=20.00 EUR",
        "--discount=5.00 EUR",
        "--discount=50.00 SEK",
        "--enforced-by=tributary");
  }

  @AfterAll
  static void stop() {
    suite.close();
  }

  @Test
  void all_codes_are_listed_with_owner_validity_limits_and_policy() {
    assertThat(suite.runs("codes"))
        .containsPattern("EMILY10 +main +emily +spring-emily +ended +until .* none .* split 60 %")
        .containsPattern(
            "VIP +main +\\(the shop's\\) +valid +always +1,000 uses, 1 per customer,"
                + " budget 500\\.00 EUR, first order, from 20\\.00 EUR"
                + " +5\\.00 EUR, 50\\.00 SEK +code_wins +code-vip");
    assertThat(suite.runs("codes", "--creator=emily", "--format=csv").lines()).hasSize(2);
    assertThat(suite.runs("codes", "--campaign=autumn", "--format=csv").lines()).hasSize(1);
    assertThat(suite.runs("codes", "--collaboration=spring-emily", "--format=json"))
        .contains("\"split_basis_points\": 6000")
        .doesNotContain("VIP");
  }

  @Test
  void the_same_code_again_is_known_and_other_terms_are_refused() {
    assertThat(suite.runs(EMILY)).startsWith("EMILY10: already recorded\n");
    assertThat(suite.run("codes", "create", "EMILY10"))
        .returns(2, Said::exitCode)
        .extracting(Said::complaint)
        .asString()
        .startsWith("ID_REUSED: ");
  }

  @Test
  void a_code_is_checked_as_typed_at_any_time() {
    assertThat(suite.runs("codes", "check", " emily10", "--time=2026-05-10"))
        .startsWith(" emily10 in main: valid\n");
    assertThat(suite.run("codes", "check", "EMILY10", "--time=2026-06-01"))
        .returns(2, Said::exitCode)
        .extracting(Said::text)
        .asString()
        .startsWith("EMILY10 in main: not valid, ended\n");
    assertThat(suite.run("codes", "check", "EMILY99"))
        .returns(2, Said::exitCode)
        .returns("EMILY99 in main: not valid, code_unknown\n", Said::text);
  }

  @Test
  void a_code_is_switched_off_once() {
    suite.runs("codes", "create", "FLASH");
    assertThat(suite.runs("codes", "disable", "flash")).isEqualTo("FLASH: disabled\n");
    assertThat(suite.runs("codes", "disable", "flash")).isEqualTo("FLASH: is disabled already\n");
    assertThat(suite.run("codes", "check", "FLASH").text()).contains("not valid, disabled");
    assertThat(suite.run("codes", "disable", "NEVER"))
        .returns(2, Said::exitCode)
        .returns("CODE_UNKNOWN: no code 'NEVER' in main\n", Said::complaint);
  }

  @Test
  void a_leaked_code_is_replaced_after_a_look_at_what_is_in_question() throws IOException {
    suite.runs(
        "codes",
        "create",
        "BO15",
        "--collaboration=spring-bo",
        "--creator=bo",
        "--campaign=spring");
    Path orders =
        suite.file(
            "orders.csv",
            "order_id,time,currency,subtotal,discount,tax,tax_included,code,refunded,cancelled,test,"
                + "storefront_id",
            "#1,2026-05-03T10:00:00Z,EUR,107.10,11.90,17.10,true,BO15,0,false,false,",
            "#2,2026-05-13T10:00:00Z,EUR,107.10,11.90,17.10,true,BO15,0,false,false,");
    suite.runs("import", "--kind", "orders", orders.toString());
    String[] rotate = {"codes", "rotate", "BO15", "BOGLOW", "--uses-since=2026-05-10"};

    assertThat(
            suite.runs(
                "codes", "rotate", "BO15", "BOGLOW", "--uses-since=2026-05-10", "--validate"))
        .startsWith("would be\n")
        .containsPattern("BO15 .* BOGLOW .* bo\n")
        .containsPattern("bo +1 +90\\.00 EUR\n");
    assertThat(suite.run("codes", "check", "BOGLOW").exitCode()).isEqualTo(2);
    assertThat(suite.runs(rotate)).startsWith("rotated\n").containsPattern("bo +1 +90\\.00 EUR\n");
    assertThat(suite.runs(rotate)).startsWith("rotated\n");
    assertThat(suite.runs("codes", "check", "boglow")).startsWith("boglow in main: valid\n");
    assertThat(suite.run("codes", "check", "BO15").text()).contains("not valid, ended");
  }

  @Test
  void uses_in_question_are_held_or_rejected_with_the_rotation() throws IOException {
    for (String name : List.of("DORA", "EDDA")) {
      suite.runs(
          "codes",
          "create",
          name + "15",
          "--collaboration=spring-" + name.toLowerCase(Locale.ROOT),
          "--creator=" + name.toLowerCase(Locale.ROOT),
          "--campaign=spring");
      Path orders =
          suite.file(
              name + ".csv",
              "order_id,time,currency,subtotal,discount,tax,tax_included,code",
              "#%s-1,2026-05-03T10:00:00Z,EUR,107.10,11.90,17.10,true,%s15".formatted(name, name),
              "#%s-2,2026-05-13T10:00:00Z,EUR,107.10,11.90,17.10,true,%s15".formatted(name, name));
      suite.runs("import", "--kind", "orders", orders.toString());
    }
    String[] hold = {
      "codes", "rotate", "DORA15", "DORAGLOW", "--uses-since=2026-05-10", "--uses=hold"
    };
    assertThat(
            suite.runs(
                Stream.concat(Stream.of(hold), Stream.of("--validate")).toArray(String[]::new)))
        .endsWith("\n1 orders would be held\n");
    assertThat(suite.runs("holds", "--creator=dora")).doesNotContain("#DORA-2");
    assertThat(suite.runs(hold)).endsWith("\n1 orders held\n");
    assertThat(suite.runs(hold)).endsWith("\n1 orders held\n");
    assertThat(suite.runs("holds", "--creator=dora"))
        .containsPattern("#DORA-2 .* code_rotation +held .* replaced by DORAGLOW");
    assertThat(
            suite.runs(
                "codes",
                "rotate",
                "EDDA15",
                "EDDAGLOW",
                "--uses-since=2026-05-10",
                "--uses=reject"))
        .endsWith("\n1 orders rejected\n");
    assertThat(suite.runs("conversion", "#EDDA-2")).contains("(unattributed)");
    assertThat(suite.runs("conversion", "#EDDA-1")).doesNotContain("(unattributed)");
    assertThat(suite.run("codes", "rotate", "VIP", "VIPS", "--uses=hold").complaint())
        .isEqualTo("--uses (expected: with --uses-since)\n");
  }

  @Test
  void a_rotation_wants_pairs_of_a_known_and_a_free_code() {
    assertThat(suite.run("codes", "rotate", "VIP", "VIP2", "VIP3").complaint())
        .isEqualTo("3 codes (expected: pairs of an old and a new one)\n");
    assertThat(suite.run("codes", "rotate", "NEVER", "EVER").complaint())
        .isEqualTo("CODE_UNKNOWN: no code 'NEVER' in main\n");
    assertThat(suite.run("codes", "rotate", "VIP", "EMILY10"))
        .returns(2, Said::exitCode)
        .extracting(Said::complaint)
        .asString()
        .matches("(?s)(CODE_KEY_TAKEN|ID_REUSED): .*");
    assertThat(suite.run("codes", "rotate", "VIP", "VIPS", "--grace=long").complaint())
        .isEqualTo("--grace: 'long' (expected: such as 2d, 48h or 90m)\n");
  }

  @Test
  void what_cannot_be_read_says_what_is_expected() {
    assertThat(suite.run("codes", "create", "X", "--budget=many").complaint())
        .contains("--budget: 'many' (expected: an amount with its currency, such as 500.00 EUR)");
    assertThat(suite.run("codes", "create", "X", "--discount=half%").complaint())
        .contains("--discount: 'half%' (expected: a percentage such as 12.5%)");
    assertThat(suite.run("codes", "create", "X", "--policy=best").complaint())
        .contains("--policy: 'best' (expected: code_wins,");
    assertThat(suite.run("codes", "create", "X", "--creator=emily"))
        .returns(2, Said::exitCode)
        .extracting(Said::complaint)
        .asString()
        .contains("expected: with --collaboration");
  }
}
