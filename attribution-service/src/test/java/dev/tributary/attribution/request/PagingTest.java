package dev.tributary.attribution.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tributary.attribution.v1.ListConversionsRequest;
import dev.tributary.runtime.api.ApiException;
import java.util.List;
import org.junit.jupiter.api.Test;

class PagingTest {
  private static final ListConversionsRequest REQUEST =
      ListConversionsRequest.newBuilder().setPageSize(2).setStorefrontId("main").build();

  @Test
  void a_page_reads_one_row_more_than_it_has_to_know_whether_there_is_a_next() {
    Paging paging = Paging.of(REQUEST, 1);

    assertThat(paging.limit()).isEqualTo(3);
    assertThat(paging.items(List.of("a", "b", "c"))).containsExactly("a", "b");
    assertThat(paging.nextToken(List.of("a", "b", "c"), List::of)).isNotEmpty();
    assertThat(paging.nextToken(List.of("a", "b"), List::of)).isEmpty();
  }

  @Test
  void the_next_page_may_have_another_size_and_be_asked_for_with_another_position() {
    String token = Paging.of(REQUEST, 1).nextToken(List.of("a", "b", "c"), List::of);

    Paging next =
        Paging.of(
            REQUEST.toBuilder().setPageToken(token).setPageSize(9).addAtLeast("position").build(),
            1);

    assertThat(next.afterId()).isEqualTo("b");
  }

  @Test
  void a_token_belongs_to_all_else_that_a_request_says() {
    String token = Paging.of(REQUEST, 1).nextToken(List.of("a", "b", "c"), List::of);
    ListConversionsRequest other =
        REQUEST.toBuilder().setPageToken(token).setStorefrontId("outlet").build();

    assertThatThrownBy(() -> Paging.of(other, 1)).isInstanceOf(ApiException.class);
  }
}
