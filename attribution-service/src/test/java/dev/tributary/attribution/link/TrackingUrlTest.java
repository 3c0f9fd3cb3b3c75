package dev.tributary.attribution.link;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.runtime.testing.Seeds;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class TrackingUrlTest {
  private static final UtmParameters ANNA =
      new UtmParameters("instagram", "creator", "spring", "", "", "");

  @Test
  void parameters_come_in_one_order_and_the_link_id_last() {
    UtmParameters all = new UtmParameters("s", "m", "c", "t", "n", "i");

    assertThat(TrackingUrl.of("https://shop.example/", all, "anna-1"))
        .isEqualTo(
            "https://shop.example/?utm_source=s&utm_medium=m&utm_campaign=c&utm_term=t"
                + "&utm_content=n&utm_id=i&trb=anna-1");
  }

  @ParameterizedTest
  @CsvSource({
    "https://shop.example,               https://shop.example?,                  ''",
    "https://shop.example?,              https://shop.example?,                  ''",
    "https://shop.example/a?x=1,         https://shop.example/a?x=1&,            ''",
    "https://shop.example/a?x=1&,        https://shop.example/a?x=1&,            ''",
    "https://shop.example/#top,          https://shop.example/?,                 '#top'",
    "https://shop.example/?x=1#a?b=2#c,  https://shop.example/?x=1&,             '#a?b=2#c'",
    "https://shop.example/?x=1&&y=,      https://shop.example/?x=1&&y=&,         ''",
    "https://shop.example/?x=a+b%20c%zz, https://shop.example/?x=a+b%20c%zz&,    ''",
    "https://shop.example/?x=1?y=2,      https://shop.example/?x=1?y=2&,         ''",
    "https://shop.example/?%C3%BC=ü,     https://shop.example/?%C3%BC=ü&,        ''"
  })
  void everything_else_stays_as_it_came(String destination, String before, String after) {
    assertThat(TrackingUrl.of(destination, ANNA, "anna-1"))
        .isEqualTo(
            before
                + "utm_source=instagram&utm_medium=creator&utm_campaign=spring&trb=anna-1"
                + after);
  }

  @ParameterizedTest
  @CsvSource({
    "https://shop.example/?utm_source=old&x=1",
    "https://shop.example/?x=1&UTM_Source=old&utm_term=shoes",
    "https://shop.example/?utm%5Fsource=old&x=1&trb=bo-7",
    "https://shop.example/?TRB=bo-7&utm_source_platform=ads&x=1",
    "https://shop.example/?utm_source&x=1&utm_campaign[]=a&utm_campaign[]=b"
  })
  void parameters_of_another_campaign_are_replaced_not_joined(String destination) {
    assertThat(TrackingUrl.of(destination, ANNA, "anna-1"))
        .isEqualTo(
            "https://shop.example/?x=1&utm_source=instagram&utm_medium=creator"
                + "&utm_campaign=spring&trb=anna-1");
  }

  @Test
  void names_that_only_resemble_ours_are_kept() {
    assertThat(TrackingUrl.of("https://shop.example/?trbx=1&xutm_source=2", ANNA, "anna-1"))
        .startsWith("https://shop.example/?trbx=1&xutm_source=2&utm_source=instagram");
  }

  @Test
  void a_link_without_utm_parameters_leaves_those_of_its_destination_alone() {
    assertThat(
            TrackingUrl.of(
                "https://shop.example/?utm_source=mail&trb=x", UtmParameters.NONE, "anna-1"))
        .isEqualTo("https://shop.example/?utm_source=mail&trb=anna-1");
  }

  @Test
  void values_are_percent_encoded_utf_8() {
    UtmParameters odd = new UtmParameters("Zoë & Co", "a+b=c/d?e#f", "100%", "", "春", "~-._");

    assertThat(TrackingUrl.of("https://shop.example/", odd, "a:b"))
        .isEqualTo(
            "https://shop.example/?utm_source=Zo%C3%AB%20%26%20Co"
                + "&utm_medium=a%2Bb%3Dc%2Fd%3Fe%23f&utm_campaign=100%25"
                + "&utm_content=%E6%98%A5&utm_id=~-._&trb=a%3Ab");
  }

  @ParameterizedTest
  @MethodSource("dev.tributary.runtime.testing.Seeds#cases")
  void a_server_reads_back_what_was_put_in_and_the_rest_is_untouched(long seed) {
    RandomGenerator chance = Seeds.random(seed);
    List<String> others =
        IntStream.range(0, chance.nextInt(4))
            .mapToObj(i -> "p" + i + "=" + anything(chance).replaceAll("[&#]", "_"))
            .toList();
    UtmParameters utm =
        new UtmParameters(
            anything(chance) + "s",
            anything(chance),
            anything(chance),
            anything(chance),
            anything(chance),
            anything(chance));

    String url =
        TrackingUrl.of("https://shop.example/p?" + String.join("&", others) + "#end", utm, "l:1");

    String query =
        url.substring("https://shop.example/p?".length(), url.length() - "#end".length());
    List<String> parameters = List.of(query.split("&"));
    assertThat(url).endsWith("#end");
    assertThat(parameters.subList(0, others.size())).isEqualTo(others);
    assertThat(decoded(parameters.subList(others.size(), parameters.size()))).isEqualTo(given(utm));
  }

  private static String given(UtmParameters utm) {
    return Stream.of(
            parameter("utm_source", utm.source()),
            parameter("utm_medium", utm.medium()),
            parameter("utm_campaign", utm.campaign()),
            parameter("utm_term", utm.term()),
            parameter("utm_content", utm.content()),
            parameter("utm_id", utm.id()),
            Optional.of("trb=l:1"))
        .flatMap(Optional::stream)
        .collect(Collectors.joining("\n"));
  }

  private static Optional<String> parameter(String name, String value) {
    return Optional.of(value).filter(given -> !given.isEmpty()).map(given -> name + "=" + given);
  }

  private static String decoded(List<String> parameters) {
    return parameters.stream()
        .map(parameter -> URLDecoder.decode(parameter, StandardCharsets.UTF_8))
        .collect(Collectors.joining("\n"));
  }

  private static String anything(RandomGenerator chance) {
    String alphabet = "aZ9 +%&#?/é春=😀~";
    int[] characters = alphabet.codePoints().toArray();
    return chance
        .ints(chance.nextInt(8), 0, characters.length)
        .mapToObj(i -> Character.toString(characters[i]))
        .collect(Collectors.joining());
  }
}
