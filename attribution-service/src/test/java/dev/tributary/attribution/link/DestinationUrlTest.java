package dev.tributary.attribution.link;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DestinationUrlTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://shop.example",
        "http://shop.example/",
        "HTTPS://Shop.Example:8443/a?b=c#d",
        "https://shop.example:/a",
        "https://bücher.example/straße?größe=1",
        "https://127.0.0.1:80/",
        "https://[2001:db8::1]:443/x",
        "https://shop.example/a|b{c}?q=[1]&mail=a@b.example",
        "https://shop.example/%zz"
      })
  void addresses_that_browsers_open_are_accepted(String url) {
    assertThat(DestinationUrl.fault(url)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "shop.example",
        "/sale",
        "//shop.example/",
        "ftp://shop.example/",
        "javascript:alert(1)",
        "https:shop.example",
        "https://",
        "https:///path",
        "https://?x=1",
        "https://:443/",
        "https://user@shop.example/",
        "https://user:secret@shop.example/",
        "https://shop.example@evil.example/",
        "https://shop.example\\@evil.example/",
        "https://shop.example:99999/",
        "https://shop.example:8o/",
        "https://[2001:db8::1/",
        "https://shop.example/a b",
        "https://shop.example/a\nb",
        "https://shop.example/\u0000",
        " https://shop.example/",
        "https://shop.example/\u00A0"
      })
  void everything_else_is_refused(String url) {
    assertThat(DestinationUrl.fault(url)).isPresent();
  }
}
