package dev.tributary.attribution.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tributary.runtime.api.Rejected;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTest {
  @ParameterizedTest
  @CsvSource({
    "anna@shop.example, anna@shop.example",
    "' Anna@Shop.EXAMPLE ', anna@shop.example",
    "ａｎｎａ@shop.example, anna@shop.example",
    "anna+orders@shop.example, anna@shop.example",
    "anna.b@shop.example, anna.b@shop.example",
    "An.Na+x@gmail.com, anna@gmail.com",
    "a.n.n.a@GoogleMail.com, anna@gmail.com",
    "+anna@shop.example, +anna@shop.example"
  })
  void two_spellings_of_one_mailbox_are_one(String given, String normal) throws Rejected {
    assertThat(EmailAddress.parse("emails[0]", given)).isEqualTo(normal);
    assertThat(EmailAddress.parse("emails[0]", normal)).isEqualTo(normal);
  }

  @ParameterizedTest
  @ValueSource(strings = {"anna", "@shop.example", "anna@", "an na@shop.example"})
  void what_is_no_address_is_refused_without_repeating_it(String given) {
    assertThatThrownBy(() -> EmailAddress.parse("emails[0]", given))
        .isInstanceOfSatisfying(
            Rejected.class,
            refused -> {
              assertThat(refused.field()).isEqualTo("emails[0]");
              assertThat(refused.message()).doesNotContain(given);
            });
  }

  @Test
  void a_host_is_compared_in_lower_case_and_without_its_last_dot() throws Rejected {
    assertThat(HostName.parse("referrer_host", "WWW.Coupons.Example."))
        .hasValue("www.coupons.example");
    assertThat(HostName.parse("referrer_host", "")).isEmpty();
    assertThatThrownBy(() -> HostName.parse("referrer_host", "https://coupons.example/x"))
        .isInstanceOf(Rejected.class);
  }
}
