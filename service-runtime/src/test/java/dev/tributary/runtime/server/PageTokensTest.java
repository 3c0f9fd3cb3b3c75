package dev.tributary.runtime.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.BytesValue;
import com.google.protobuf.ListValue;
import com.google.protobuf.Message;
import com.google.protobuf.StringValue;
import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import dev.tributary.runtime.api.ApiException;
import dev.tributary.type.v1.ErrorReason;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageTokensTest {
  private static final Message REQUEST = StringValue.of("campaign=spring");

  @Test
  void a_token_brings_back_the_key_of_the_last_row() {
    for (List<String> key :
        List.of(
            List.<String>of(), List.of(""), List.of("2026-11-21", "ä\0\n", "", "x".repeat(500)))) {
      String token = PageTokens.encode(REQUEST, key);

      assertThat(PageTokens.decode(token, REQUEST)).contains(key);
      assertThat(token).matches("[A-Za-z0-9_-]+");
    }
  }

  @Test
  void no_token_means_the_first_page() {
    assertThat(PageTokens.decode("", REQUEST)).isEmpty();
  }

  @Test
  void a_token_belongs_to_the_arguments_it_was_made_for() {
    String token = PageTokens.encode(REQUEST, List.of("a"));

    assertMismatch(token, StringValue.of("campaign=autumn"));
    assertMismatch(token, BytesValue.of(StringValue.of("campaign=spring").getValueBytes()));
  }

  @Test
  void the_order_of_map_entries_does_not_matter() {
    Value value = Value.newBuilder().setListValue(ListValue.getDefaultInstance()).build();
    Struct one = Struct.newBuilder().putFields("a", value).putFields("b", value).build();
    Struct other = Struct.newBuilder().putFields("b", value).putFields("a", value).build();

    assertThat(PageTokens.decode(PageTokens.encode(one, List.of("k")), other)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "!", "AAAA", "AQ", "\0", "====", "ä"})
  void anything_else_is_refused(String token) {
    assertMismatch(token, REQUEST);
  }

  @Test
  void a_token_that_was_cut_or_made_longer_is_refused() {
    String token = PageTokens.encode(REQUEST, List.of("abc", "def"));

    for (int length = 1; length < token.length(); length++) {
      assertMismatch(token.substring(0, length), REQUEST);
    }
    assertMismatch(token + "AAAA", REQUEST);
  }

  @Test
  void a_page_size_has_a_default_and_a_maximum() {
    assertThat(PageTokens.pageSize(0, 50, 1000)).isEqualTo(50);
    assertThat(PageTokens.pageSize(7, 50, 1000)).isEqualTo(7);
    assertThat(PageTokens.pageSize(5000, 50, 1000)).isEqualTo(1000);
    assertThatThrownBy(() -> PageTokens.pageSize(-1, 50, 1000))
        .hasMessage("page_size: -1 (expected: 0-1000)");
  }

  private static void assertMismatch(String token, Message request) {
    ApiException failure =
        Assertions.catchThrowableOfType(
            ApiException.class, () -> PageTokens.decode(token, request));
    assertThat(failure).as("token %s", token).isNotNull();
    assertThat(failure.reason()).isEqualTo(ErrorReason.ERROR_REASON_PAGE_TOKEN_MISMATCH);
  }
}
