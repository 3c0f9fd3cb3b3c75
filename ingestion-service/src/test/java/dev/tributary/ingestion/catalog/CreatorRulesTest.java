package dev.tributary.ingestion.catalog;

import static dev.tributary.ingestion.testing.CatalogSamples.aCreator;
import static dev.tributary.ingestion.testing.CatalogSamples.anAccount;
import static dev.tributary.type.v1.ErrorReason.ERROR_REASON_FIELD_MALFORMED;
import static dev.tributary.type.v1.ErrorReason.ERROR_REASON_FIELD_MISSING;
import static dev.tributary.type.v1.ErrorReason.ERROR_REASON_OUT_OF_RANGE;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.tributary.ingestion.testing.RuleCase;
import dev.tributary.ingestion.v1.Creator;
import dev.tributary.type.v1.ErrorReason;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class CreatorRulesTest {
  @Test
  void a_creator_with_every_field_passes() {
    assertThatCode(() -> CreatorRules.check(aCreator("anna").build())).doesNotThrowAnyException();
  }

  @Test
  void the_same_handle_on_two_platforms_is_two_accounts() {
    Creator creator = aCreator("anna").build();
    assertThatCode(() -> CreatorRules.check(creator)).doesNotThrowAnyException();
  }

  @Test
  void a_creator_in_kosovo_has_a_country() {
    Creator creator = aCreator("anna").setCountryCode("XK").build();
    assertThatCode(() -> CreatorRules.check(creator)).doesNotThrowAnyException();
  }

  @TestFactory
  Stream<DynamicTest> refused_with() {
    return refused(
        () -> aCreator("anna"),
        List.of(
            fault(
                "no id", Creator.Builder::clearCreatorId, ERROR_REASON_FIELD_MISSING, "creator_id"),
            fault(
                "no name",
                Creator.Builder::clearDisplayName,
                ERROR_REASON_FIELD_MISSING,
                "display_name"),
            fault(
                "an account without handle",
                c -> c.getAccountsBuilder(1).clearHandle(),
                ERROR_REASON_FIELD_MISSING,
                "accounts[1].handle"),
            fault(
                "an account on an unknown platform",
                c -> c.getAccountsBuilder(1).setPlatformValue(99),
                ERROR_REASON_FIELD_MALFORMED,
                "accounts[1].platform"),
            fault(
                "a native id with a line break",
                c -> c.getAccountsBuilder(0).setNativeId("1\n2"),
                ERROR_REASON_FIELD_MALFORMED,
                "accounts[0].native_id"),
            fault(
                "an account twice",
                c -> c.addAccounts(anAccount("anna")),
                ERROR_REASON_FIELD_MALFORMED,
                "accounts[2].handle"),
            fault(
                "51 accounts",
                CreatorRulesTest::with51Accounts,
                ERROR_REASON_OUT_OF_RANGE,
                "accounts"),
            fault(
                "a country in lower case",
                c -> c.setCountryCode("se"),
                ERROR_REASON_FIELD_MALFORMED,
                "country_code"),
            fault(
                "a country of three letters",
                c -> c.setCountryCode("SWE"),
                ERROR_REASON_FIELD_MALFORMED,
                "country_code"),
            fault(
                "an empty language",
                c -> c.addLanguages(""),
                ERROR_REASON_FIELD_MISSING,
                "languages[2]"),
            fault(
                "a language that is no tag",
                c -> c.addLanguages("sv_SE"),
                ERROR_REASON_FIELD_MALFORMED,
                "languages[2]"),
            fault(
                "21 languages",
                c -> c.addAllLanguages(Collections.nCopies(19, "sv")),
                ERROR_REASON_OUT_OF_RANGE,
                "languages")));
  }

  private static Stream<DynamicTest> refused(
      Supplier<Creator.Builder> good, List<RuleCase<Creator.Builder>> cases) {
    return RuleCase.tests(good, CreatorRules::check, cases.stream());
  }

  private static RuleCase<Creator.Builder> fault(
      String what, Consumer<Creator.Builder> fault, ErrorReason reason, String field) {
    return new RuleCase<>(what, fault, reason, field);
  }

  private static void with51Accounts(Creator.Builder creator) {
    for (int i = creator.getAccountsCount(); i < 51; i++) {
      creator.addAccounts(anAccount("anna-" + i));
    }
  }
}
